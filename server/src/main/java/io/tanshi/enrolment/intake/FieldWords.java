package io.tanshi.enrolment.intake;

import io.tanshi.programme.Education;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that institutions write for what the form asks. */
final class FieldWords {

    private static final Map<String, Education> OTHER_WORDS = Map.ofEntries(
            Map.entry("高中毕业", Education.HIGH_SCHOOL),
            Map.entry("普通高中", Education.HIGH_SCHOOL),
            Map.entry("中等专科", Education.SECONDARY_VOCATIONAL),
            Map.entry("中专学历", Education.SECONDARY_VOCATIONAL),
            Map.entry("专科", Education.JUNIOR_COLLEGE),
            Map.entry("大学专科", Education.JUNIOR_COLLEGE),
            Map.entry("大专学历", Education.JUNIOR_COLLEGE),
            Map.entry("高职", Education.JUNIOR_COLLEGE),
            Map.entry("大学", Education.BACHELOR),
            Map.entry("大学本科", Education.BACHELOR),
            Map.entry("本科学历", Education.BACHELOR),
            Map.entry("硕士", Education.POSTGRADUATE),
            Map.entry("博士", Education.POSTGRADUATE),
            Map.entry("硕士研究生", Education.POSTGRADUATE),
            Map.entry("博士研究生", Education.POSTGRADUATE),
            Map.entry("研究生及以上", Education.POSTGRADUATE));

    private static final Set<String> DOCUMENT_TYPES =
            Set.of("居民身份证", "身份证", "二代身份证", "中华人民共和国居民身份证", "港澳台居民居住证", "港澳居民居住证", "台湾居民居住证", "外国人永久居留身份证", "外国人永久居留证");

    private static final Pattern YEARS = Pattern.compile("[满约]?([0-9]{1,2}(?:\\.[0-9]+)?)年?(?:以上)?");
    private static final Pattern MONTHS = Pattern.compile("[满约]?(?:([0-9]{1,2})年)?([0-9]{1,3})个?月(?:以上)?");

    private FieldWords() {}

    static Optional<Education> education(String text) {
        return Education.ofLabel(text).or(() -> Optional.ofNullable(OTHER_WORDS.get(text)));
    }

    static boolean isDocumentType(String text) {
        return DOCUMENT_TYPES.contains(text);
    }

    /** {@code 3}, {@code 3年}, {@code 2.5}, {@code 2年6个月} in months, a started month left out. */
    static Optional<Integer> months(String text) {
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            int years = months.group(1) == null ? 0 : Integer.parseInt(months.group(1));
            return Optional.of(years * 12 + Integer.parseInt(months.group(2)));
        }
        Matcher years = YEARS.matcher(text);
        return years.matches()
                ? Optional.of(new BigDecimal(years.group(1))
                        .multiply(BigDecimal.valueOf(12))
                        .setScale(0, RoundingMode.FLOOR)
                        .intValue())
                : Optional.empty();
    }
}
