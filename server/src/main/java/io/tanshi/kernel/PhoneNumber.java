package io.tanshi.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile number of the Chinese mainland.
 *
 * @param number 11 digits, {@code 1[3-9]} first
 */
public record PhoneNumber(String number) {

    private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");

    public PhoneNumber {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("Not a mobile number");
        }
    }

    /** The number when the (normalised) text is one. */
    public static Optional<PhoneNumber> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PhoneNumber(text)) : Optional.empty();
    }

    /** Any number, right or wrong, as it may be shown: the first three and the last four characters. */
    public static String mask(String number) {
        int length = number.length();
        if (length <= 7) {
            return "*".repeat(length);
        }
        return number.substring(0, 3) + "*".repeat(length - 7) + number.substring(length - 4);
    }

    public String masked() {
        return mask(number);
    }

    /** Masked, so that a number in a log or a message is never whole. */
    @Override
    public String toString() {
        return masked();
    }
}
