package io.tanshi.enrolment.intake;

import io.tanshi.kernel.PersonName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a file or folder is named after: {@code 姓名_证件号}, in either order, with either part missing.
 *
 * @param name normalised, empty when the file does not say
 * @param number digits and a final X, empty when the file does not say
 */
record PersonTag(String name, String number) {

    static final PersonTag NOBODY = new PersonTag("", "");

    private static final Pattern CITIZEN_NUMBER = Pattern.compile("(?<![0-9])[0-9]{17}[0-9X](?![0-9A-Z])");
    private static final Pattern SOME_NUMBER = Pattern.compile("(?<![0-9])[0-9]{12,}X?(?![0-9A-Z])");
    private static final Pattern SEPARATORS = Pattern.compile("[_\\-—–+,，、&()（）\\[\\]【】#@]+");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}〇·]{2,30}|[\\p{IsLatin}][\\p{IsLatin} .'·]{1,59}");
    /** Variation selectors choose among the shapes of a character, not among characters. */
    private static final Pattern NOT_IN_KEY = Pattern.compile("[·\\s.'’\\-\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

    private static final Pattern VARIATION = Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

    /** Reads a file name without its ending, or a folder's name. */
    static PersonTag of(String text) {
        String dotted =
                VARIATION.matcher(text.replace('•', '·').replace('．', '·')).replaceAll("");
        String plain = Normalizer.normalize(dotted, Normalizer.Form.NFKC);
        String upper = plain.toUpperCase(Locale.ROOT);
        Matcher matcher = CITIZEN_NUMBER.matcher(upper);
        if (!matcher.find()) {
            matcher = SOME_NUMBER.matcher(upper);
            if (!matcher.find()) {
                return new PersonTag(nameIn(plain), "");
            }
        }
        String rest = plain.substring(0, matcher.start()) + "_" + plain.substring(matcher.end());
        return new PersonTag(nameIn(rest), matcher.group());
    }

    /** The form in which names are compared: no dots, blanks or case. */
    static String key(String name) {
        String plain = NOT_IN_KEY
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    boolean isNobody() {
        return name.isEmpty() && number.isEmpty();
    }

    String nameKey() {
        return key(name);
    }

    private static String nameIn(String text) {
        for (String part : SEPARATORS.split(text)) {
            String name = PersonName.normalise(part);
            if (NAME.matcher(name).matches() && Material.namedIn(name).isEmpty() && !FileRoles.namesPhoto(name)) {
                return name;
            }
        }
        return "";
    }
}
