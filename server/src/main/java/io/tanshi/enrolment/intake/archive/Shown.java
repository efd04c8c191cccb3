package io.tanshi.enrolment.intake.archive;

import io.tanshi.kernel.ResidentId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names and other texts of strangers as they may stand in a message: short, printable, numbers of people hidden. */
public final class Shown {

    private static final Pattern NUMBER = Pattern.compile("[0-9０-９]{9,}[XxＸｘ]?");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 120;
    private static final int HEAD = 70;
    private static final int TAIL = 40;

    private Shown() {}

    /** Document numbers masked, control characters replaced, the middle of a long text left out. */
    public static String text(String text) {
        // Masked first: a number that is cut in two would no longer look like one.
        return UNPRINTABLE.matcher(shortened(masked(text))).replaceAll("\uFFFD");
    }

    /** Document numbers masked, all else as it is. */
    public static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(ResidentId.mask(found.group())));
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, HEAD))
                        + "…"
                        + text.substring(text.offsetByCodePoints(text.length(), -TAIL));
    }
}
