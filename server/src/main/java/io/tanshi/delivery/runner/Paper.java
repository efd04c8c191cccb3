package io.tanshi.delivery.runner;

import io.tanshi.exam.Form;
import io.tanshi.exam.FormId;
import io.tanshi.exam.FormSection;
import io.tanshi.itembank.CandidateItem;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sealed form with the content a candidate may see. Holds no key: delivery never learns one. */
final class Paper {

    private final Form form;
    private final Map<ItemVersionId, CandidateItem> items;

    Paper(Form form, Collection<CandidateItem> items) {
        this.form = form;
        this.items = items.stream().collect(Collectors.toUnmodifiableMap(CandidateItem::id, Function.identity()));
    }

    /**
     * A section as one candidate sees it.
     *
     * @param points of each item
     */
    record ArrangedSection(ItemType kind, String title, String points, List<CandidateItem> items) {}

    FormId formId() {
        return form.id();
    }

    List<FormSection> sections() {
        return form.sections();
    }

    Optional<CandidateItem> item(ItemVersionId id) {
        return Optional.ofNullable(items.get(id));
    }

    int size() {
        return items.size();
    }

    /** The same order of items and options for the same seed, today and in ten years. */
    List<ArrangedSection> arranged(long seed) {
        return form.sections().stream()
                .map(section -> new ArrangedSection(
                        section.kind(),
                        section.title(),
                        section.pointsEach().toString(),
                        shuffled(seed, section.items(), ItemVersionId::toString).stream()
                                .map(id -> withShuffledOptions(seed, id))
                                .toList()))
                .toList();
    }

    private CandidateItem withShuffledOptions(long seed, ItemVersionId id) {
        CandidateItem item = item(id).orElseThrow();
        return new CandidateItem(
                id, item.type(), item.stem(), shuffled(seed, item.options(), option -> id + "/" + option.id()));
    }

    private static <T> List<T> shuffled(long seed, List<T> things, Function<T, String> name) {
        return things.stream()
                .map(thing -> new Keyed<>(key(seed, name.apply(thing)), thing))
                .sorted(Comparator.comparing(Keyed::key, Arrays::compareUnsigned))
                .map(Keyed::thing)
                .toList();
    }

    private record Keyed<T>(byte[] key, T thing) {}

    private static byte[] key(long seed, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
