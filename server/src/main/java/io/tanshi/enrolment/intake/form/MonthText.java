package io.tanshi.enrolment.intake.form;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months as people write them: {@code 2026-06}, {@code 2026年6月}, {@code 2026/6/30}, {@code 202606}. */
public final class MonthText {

    private static final Pattern PARTED = Pattern.compile(
            "((?:19|20)\\d{2})\\s*[-/.年—–_]\\s*(\\d{1,2})\\s*(?:月|[-/.月—–]\\s*\\d{1,2}\\s*日?)?(?:[\\sT]+[0-9:.Z]+)?");
    private static final Pattern RUN_TOGETHER = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(?:\\d{2})?");

    private MonthText() {}

    /** The month, whatever day stands after it. */
    public static Optional<YearMonth> read(String text) {
        for (Pattern pattern : new Pattern[] {PARTED, RUN_TOGETHER}) {
            Matcher matcher = pattern.matcher(text.strip());
            if (matcher.matches()) {
                return month(matcher);
            }
        }
        return Optional.empty();
    }

    private static Optional<YearMonth> month(Matcher matcher) {
        int month = Integer.parseInt(matcher.group(2));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(YearMonth.of(Integer.parseInt(matcher.group(1)), month));
    }
}
