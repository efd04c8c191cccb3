package io.tanshi.exam.forms;

import io.tanshi.exam.FormSection;
import io.tanshi.itembank.CandidateItem;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.Items;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The digest of what a candidate would read: sections, order, points, and every stem and option. Any change of any of
 * them gives another digest. Each text is preceded by its length, so that no two contents are written alike.
 */
@Component
class ContentDigest {

    private static final String FORMAT = "tanshi-form-1";

    private final Items items;

    ContentDigest(Items items) {
        this.items = items;
    }

    /** SHA-256 in lower-case hex. */
    String of(FormContent content) {
        Map<ItemVersionId, CandidateItem> read = items.candidateItems(content.items()).stream()
                .collect(Collectors.toMap(CandidateItem::id, Function.identity()));
        Writer writer = new Writer();
        writer.text(FORMAT);
        List<FormSection> sections = content.sections();
        writer.number(sections.size());
        for (FormSection section : sections) {
            writer.text(section.kind().name());
            writer.text(section.title());
            writer.text(section.pointsEach().toString());
            writer.number(section.items().size());
            section.items().forEach(id -> writer.item(Objects.requireNonNull(read.get(id))));
        }
        return writer.hex();
    }

    /** Feeds texts and numbers to the hash. */
    private static final class Writer {
        private final MessageDigest hash = sha256();

        void item(CandidateItem item) {
            text(item.id().toString());
            text(item.type().name());
            text(item.stem());
            number(item.options().size());
            item.options().forEach(option -> {
                text(option.id());
                text(option.text());
            });
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            hash.update(bytes);
        }

        void number(int number) {
            hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        }

        String hex() {
            return HexFormat.of().formatHex(hash.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}
