package io.tanshi.enrolment.intake.spoiling;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that a seed repeats, and the values that have broken programs before. */
final class Chance {

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1E308",
            "1e400",
            "NaN",
            "Infinity",
            "-0.0",
            "45000.5",
            "0.1",
            "2958466",
            "99999999999999999999",
            "440305199207080000",
            "1,5",
            "0x10",
            "",
            " 7 ");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u3000",
            "\u00A0\u2007\u200B",
            "\u202E43210\u202C",
            "\u200F\u061C阿里",
            "a\u0301e\u0308",
            "Ａ１２３",
            "٤٤٠٣٠٥١٩٩٢٠٧٠٨٠٠٢٤",
            "²³½",
            "𠮷𬭎😀👨‍👩‍👧",
            "\uFEFF李静",
            "\uFFFD\uFFFF",
            "=1+1",
            "@SUM(A1)",
            "-2+3",
            "null",
            "李\n静\t",
            "_x0001__x000D_",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "'; drop table x; --",
            "44030519920708002X",
            "４４０３０５１９９２０７０８００２Ｘ",
            "440305 19920708 002X",
            "440305-19920708-002x",
            "4.40305E+17",
            "13800001234",
            "2026-02-30",
            "0000-00",
            "99999999-01",
            "2012年13月",
            "1900-02-29",
            "十年",
            "-5",
            "999999999999",
            "1e9",
            "%s%n%d",
            "\\u0000",
            "..\\..\\x",
            "con");

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Zero or more, below {@code bound}. */
    int below(int bound) {
        return random.nextInt(Math.max(1, bound));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T pick(T... values) {
        return pick(Arrays.asList(values));
    }

    String number() {
        return oneIn(3) ? "" + random.nextLong() : pick(NUMBERS);
    }

    String text() {
        return switch (below(6)) {
            case 0 -> letters(1 + below(40));
            case 1 -> letters(1 + below(12)) + pick(TEXTS);
            case 2 -> oneIn(4) ? letters(40_000) : pick(TEXTS).repeat(1 + below(20));
            default -> pick(TEXTS);
        };
    }

    /** Letters of any script; no lone surrogates, which no encoding of a file can hold. */
    private String letters(int count) {
        StringBuilder text = new StringBuilder();
        while (text.length() < count) {
            int letter = random.nextInt(oneIn(3) ? 0x10FFFF : 0x9FFF);
            if (letter >= 0x20 && (letter < 0xD800 || letter > 0xDFFF)) {
                text.appendCodePoint(letter);
            }
        }
        return text.toString();
    }

    byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** Some bits turned over, in a part of the bytes when {@code from} is after their beginning. */
    byte[] flipped(byte[] bytes, int from) {
        byte[] flipped = bytes.clone();
        for (int i = 0; flipped.length > from && i <= below(12); i++) {
            flipped[from + below(flipped.length - from)] ^= (byte) (1 << below(8));
        }
        return flipped;
    }

    byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, below(bytes.length + 1));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
