package io.tanshi.certificate.signature;

import eu.europa.esig.dss.pades.validation.ByteRange;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The bytes of a file that a signature leaves out. They have to be the signature itself and nothing else: anything more
 * could be changed without being noticed.
 */
final class SignatureEnvelope {

    private SignatureEnvelope() {}

    /** Whether the signed bytes begin with the first byte of the file and end with the last. */
    static boolean coversWholeFile(ByteRange range, byte[] file) {
        return range.getFirstPartStart() == 0
                && range.getSecondPartStart() + (long) range.getSecondPartEnd() == file.length;
    }

    /** Whether the gap is one hexadecimal string of one DER value, filled up with zeros. */
    static boolean holdsOnlyTheSignature(ByteRange range, byte[] file) {
        int from = range.getFirstPartEnd();
        int to = range.getSecondPartStart();
        if (from < 0 || to > file.length || to - from < 4 || file[from] != '<' || file[to - 1] != '>') {
            return false;
        }
        byte[] content;
        try {
            content = HexFormat.of().parseHex(new String(file, from + 1, to - from - 2, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return false;
        }
        for (int i = derLength(content); i < content.length; i++) {
            if (content[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The length of the first DER value with its header. */
    private static int derLength(byte[] der) {
        int first = der[1] & 0xFF;
        if (first < 0x80) {
            return 2 + first;
        }
        int length = 0;
        int octets = Math.min(first & 0x7F, 3);
        for (int i = 0; i < octets; i++) {
            length = (length << 8) | (der[2 + i] & 0xFF);
        }
        return 2 + octets + length;
    }
}
