package io.tanshi.files.store;

import java.nio.charset.StandardCharsets;

/** Tells a file's type from its first bytes. */
final class MediaTypes {

    static final int NEEDED = 12;

    private MediaTypes() {}

    static String of(byte[] head) {
        if (starts(head, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (starts(head, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return "application/zip";
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            return "application/pdf";
        }
        return isWebp(head) ? "image/webp" : "application/octet-stream";
    }

    private static boolean isWebp(byte[] head) {
        return head.length >= NEEDED
                && starts(head, 'R', 'I', 'F', 'F')
                && new String(head, 8, 4, StandardCharsets.US_ASCII).equals("WEBP");
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
