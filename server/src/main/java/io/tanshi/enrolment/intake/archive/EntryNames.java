package io.tanshi.enrolment.intake.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Decides the charset of each entry's name, because zips made on Windows carry GBK without saying so. */
final class EntryNames {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MIDDLE_DOT = 0xB7;
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    private EntryNames() {}

    /** The name: flag bit 11 means UTF-8, then the unicode extra field, then UTF-8 if it must be, else GB18030. */
    static String decode(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null) {
            return entry.getName();
        }
        if (entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return strictUtf8(raw).orElseGet(() -> new String(raw, GB18030));
        }
        return extraField(entry, raw).or(() -> plausibleUtf8(raw)).orElseGet(() -> new String(raw, GB18030));
    }

    private static Optional<String> extraField(ZipArchiveEntry entry, byte[] raw) {
        if (!(entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField field)) {
            return Optional.empty();
        }
        CRC32 crc = new CRC32();
        crc.update(raw);
        return crc.getValue() == field.getNameCRC32() ? strictUtf8(field.getUnicodeName()) : Optional.empty();
    }

    /**
     * A pair of GBK bytes can be a valid two-byte UTF-8 character by chance (a Greek or Cyrillic letter), but hardly a
     * three-byte one: the name is UTF-8 only if every character beyond ASCII has three bytes or is the middle dot.
     */
    private static Optional<String> plausibleUtf8(byte[] raw) {
        return strictUtf8(raw)
                .filter(name ->
                        name.codePoints().allMatch(c -> c < 0x80 || c == MIDDLE_DOT || c >= FIRST_OF_THREE_BYTES));
    }

    private static Optional<String> strictUtf8(byte[] raw) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
