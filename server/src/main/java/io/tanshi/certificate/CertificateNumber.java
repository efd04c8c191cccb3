package io.tanshi.certificate;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.programme.Level;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a certificate: {@code TS}, the year of issue, the digit of the level, a sequence of six digits and a
 * check character after ISO 7064 MOD 37,36 (decisions §2).
 *
 * @param value the fourteen characters without spaces
 */
public record CertificateNumber(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("TS\\d{4}[1-3]\\d{6}[0-9A-Z]");
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Cf}·.\\-–—_/]+");

    public CertificateNumber {
        if (!SHAPE.matcher(value).matches() || value.charAt(13) != CheckCharacter.of(value.substring(0, 13))) {
            throw new IllegalArgumentException("Not a certificate number");
        }
    }

    /** The number that belongs to a place in the register. */
    public static CertificateNumber of(int year, Level level, int sequence) {
        if (sequence < 1 || sequence > 999_999) {
            throw new IllegalArgumentException("A sequence has six digits: " + sequence);
        }
        String body = "TS%04d%d%06d".formatted(year, level.digit(), sequence);
        return new CertificateNumber(body + CheckCharacter.of(body));
    }

    /** Reads what a person typed or pasted: spaces, hyphens, full-width and small letters are forgiven. */
    public static Optional<CertificateNumber> read(String typed) {
        String plain = NOISE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        boolean valid = SHAPE.matcher(plain).matches() && plain.charAt(13) == CheckCharacter.of(plain.substring(0, 13));
        return valid ? Optional.of(new CertificateNumber(plain)) : Optional.empty();
    }

    /** As printed, in groups that are easy to copy: {@code TS2026 2 000318 W}. */
    public String printed() {
        return String.join(
                " ", value.substring(0, 6), value.substring(6, 7), value.substring(7, 13), value.substring(13));
    }

    @Override
    public String toString() {
        return value;
    }
}
