package io.tanshi.enrolment.eligibility;

import java.time.LocalDate;

/**
 * What a reviewer has ruled on a major that the rule set does not list.
 *
 * @param major as the reviewer saw it
 * @param related whether it counts as a related one
 * @param on the day of the ruling
 */
public record MajorRuling(String major, boolean related, LocalDate on) {

    /** {@code 按 2026-12-11 的先例认定为相关专业}. */
    public String words() {
        return "按 " + on + " 的先例" + (related ? "认定为相关专业" : "不认定为相关专业");
    }
}
