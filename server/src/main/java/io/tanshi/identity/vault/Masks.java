package io.tanshi.identity.vault;

/** How protected numbers are shown (decisions §1): identity number 4 + 4, phone 3 + 4. */
final class Masks {

    private Masks() {}

    static String idNumber(String number) {
        return mask(number, 4, 4);
    }

    static String phone(String number) {
        return mask(number, 3, 4);
    }

    private static String mask(String text, int head, int tail) {
        int hidden = Math.max(0, text.length() - head - tail);
        if (hidden == 0) {
            return "*".repeat(text.length());
        }
        return text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - tail);
    }
}
