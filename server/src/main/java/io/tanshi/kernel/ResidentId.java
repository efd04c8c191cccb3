package io.tanshi.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen number of GB 11643 that has passed every check: length, province, birth date, check character.
 *
 * <p>Residence permits of Hong Kong, Macau and Taiwan residents and of foreigners have the same form. The county code is
 * not checked: cards keep the code of the day they were issued, and many of those are retired.
 *
 * @param number 18 characters, a final {@code X} in upper case
 */
public record ResidentId(String number) {

    /** What a number fails first, in the order of the checks. */
    public enum Defect {
        LENGTH,
        REGION,
        BIRTH_DATE,
        CHECK_CHARACTER
    }

    /** The sex coded in the 17th digit. */
    public enum Sex {
        MALE("男"),
        FEMALE("女");

        private final String label;

        Sex(String label) {
            this.label = label;
        }

        /** The word on forms. */
        public String label() {
            return label;
        }
    }

    /** The outcome of reading a text as a citizen number. */
    public sealed interface Reading {}

    /** The text is a citizen number. */
    public record Valid(ResidentId id) implements Reading {}

    /** The text is none, and what it fails first. */
    public record Invalid(Defect defect) implements Reading {}

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("11", "北京"),
            Map.entry("12", "天津"),
            Map.entry("13", "河北"),
            Map.entry("14", "山西"),
            Map.entry("15", "内蒙古"),
            Map.entry("21", "辽宁"),
            Map.entry("22", "吉林"),
            Map.entry("23", "黑龙江"),
            Map.entry("31", "上海"),
            Map.entry("32", "江苏"),
            Map.entry("33", "浙江"),
            Map.entry("34", "安徽"),
            Map.entry("35", "福建"),
            Map.entry("36", "江西"),
            Map.entry("37", "山东"),
            Map.entry("41", "河南"),
            Map.entry("42", "湖北"),
            Map.entry("43", "湖南"),
            Map.entry("44", "广东"),
            Map.entry("45", "广西"),
            Map.entry("46", "海南"),
            Map.entry("50", "重庆"),
            Map.entry("51", "四川"),
            Map.entry("52", "贵州"),
            Map.entry("53", "云南"),
            Map.entry("54", "西藏"),
            Map.entry("61", "陕西"),
            Map.entry("62", "甘肃"),
            Map.entry("63", "青海"),
            Map.entry("64", "宁夏"),
            Map.entry("65", "新疆"),
            Map.entry("71", "台湾"),
            Map.entry("81", "香港"),
            Map.entry("82", "澳门"),
            Map.entry("83", "台湾居民居住证"),
            Map.entry("91", "外国人永久居留身份证"));

    public ResidentId {
        firstDefect(number, LocalDate.MAX).ifPresent(defect -> {
            throw new IllegalArgumentException("Not a citizen number: " + defect);
        });
    }

    /**
     * Reads a normalised number (no spaces, half-width, X in upper case).
     *
     * @param asOf the day before which a birth must lie
     */
    public static Reading read(String number, LocalDate asOf) {
        return firstDefect(number, asOf).<Reading>map(Invalid::new).orElseGet(() -> new Valid(new ResidentId(number)));
    }

    /** The 18th character that the first 17 digits call for. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first17.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** Any number, right or wrong, as it may be shown: the first four and the last four characters. */
    public static String mask(String number) {
        int length = number.length();
        if (length <= 8) {
            return "*".repeat(length);
        }
        return number.substring(0, 4) + "*".repeat(length - 8) + number.substring(length - 4);
    }

    public String masked() {
        return mask(number);
    }

    /** The province of first registration, by its short name. */
    public String region() {
        return PROVINCES.getOrDefault(number.substring(0, 2), "");
    }

    public LocalDate birthDate() {
        return birthDateIn(number).orElseThrow();
    }

    public Sex sex() {
        return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Completed years of life on a day. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate(), day).getYears();
    }

    /** Masked, so that a number in a log or a message is never whole. */
    @Override
    public String toString() {
        return masked();
    }

    private static Optional<Defect> firstDefect(String number, LocalDate asOf) {
        if (!FORM.matcher(number).matches()) {
            return Optional.of(Defect.LENGTH);
        }
        if (!PROVINCES.containsKey(number.substring(0, 2))) {
            return Optional.of(Defect.REGION);
        }
        if (birthDateIn(number).filter(birth -> birth.isBefore(asOf)).isEmpty()) {
            return Optional.of(Defect.BIRTH_DATE);
        }
        return checkCharacter(number) == number.charAt(17) ? Optional.empty() : Optional.of(Defect.CHECK_CHARACTER);
    }

    private static Optional<LocalDate> birthDateIn(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
