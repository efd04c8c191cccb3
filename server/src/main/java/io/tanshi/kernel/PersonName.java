package io.tanshi.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A person's name in its one normal form: half-width, one kind of middle dot, no stray blanks.
 *
 * @param text not blank
 */
public record PersonName(String text) {

    /** Every dot that keyboards and exports put between the parts of a name: all of them mean U+00B7. */
    private static final Pattern DOTS = Pattern.compile("[•．・･‧∙⋅●▪᛫˙︰﹒]");

    private static final Pattern DOT_BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan})[.。](?=\\p{IsHan})");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BLANK_BESIDE_HAN =
            Pattern.compile("(?<=[\\p{IsHan}·])[\\s\\p{Z}]+|[\\s\\p{Z}]+(?=[\\p{IsHan}·])");

    public PersonName {
        text = normalise(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A name is not blank");
        }
    }

    /** The normal form of a text, empty when nothing is left of it. */
    public static String normalise(String text) {
        String dotted = DOTS.matcher(text).replaceAll("·");
        String narrow = Normalizer.normalize(dotted, Normalizer.Form.NFKC);
        String visible = INVISIBLE.matcher(narrow).replaceAll("");
        String joined = BLANK_BESIDE_HAN.matcher(visible).replaceAll("");
        String spaced = BLANKS.matcher(joined).replaceAll(" ").strip();
        return DOT_BETWEEN_HAN.matcher(spaced).replaceAll("·");
    }

    /** As public pages show it: {@code 张*明}, {@code 李*}. */
    public String masked() {
        int[] points = text.codePoints().toArray();
        String first = Character.toString(points[0]);
        return switch (points.length) {
            case 1 -> "*";
            case 2 -> first + "*";
            default -> first + "*".repeat(points.length - 2) + Character.toString(points[points.length - 1]);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
