package io.tanshi.enrolment.eligibility;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name of a major without what institutions add to it, so that two spellings of one major meet. */
public final class MajorName {

    private static final Pattern DECORATION = Pattern.compile("[\\s\\p{Z}]+|专业$|[（(][^（）()]*[）)]$");

    private MajorName() {}

    /** {@code 环境工程（水处理方向）} and {@code 环境工程专业} are both {@code 环境工程}. */
    public static String plain(String major) {
        String before = Normalizer.normalize(major, Normalizer.Form.NFKC);
        String after = DECORATION.matcher(before).replaceAll("");
        while (!after.equals(before)) {
            before = after;
            after = DECORATION.matcher(before).replaceAll("");
        }
        return after;
    }
}
