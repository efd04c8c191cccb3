package io.tanshi.enrolment.eligibility;

/** Spans of months in words. */
public final class Months {

    private Months() {}

    /** {@code 3年}, {@code 6个月}, {@code 1年6个月}. */
    public static String words(int months) {
        if (months % 12 == 0) {
            return months / 12 + "年";
        }
        return (months > 12 ? months / 12 + "年" : "") + months % 12 + "个月";
    }
}
