package io.tanshi.exam.seating;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** The code of a room: six letters and figures without those that look alike. */
final class RoomCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RoomCode() {}

    static String draw() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What was typed, as it is stored: full width becomes half, small letters large, spaces and dashes go. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-–—]", "")
                .toUpperCase(Locale.ROOT);
    }
}
