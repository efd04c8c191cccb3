package io.tanshi.enrolment.intake;

import io.tanshi.kernel.ResidentId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides document numbers inside file names before they reach a message. */
final class Masking {

    private static final Pattern NUMBER = Pattern.compile("[0-9０-９]{9,}[XxＸｘ]?");

    private Masking() {}

    static String inText(String text) {
        return NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(ResidentId.mask(found.group())));
    }
}
