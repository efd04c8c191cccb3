package io.tanshi.learning.supervision;

import java.time.Duration;

/** Whether a candidate will have the hours in time, judged by what is needed each day from now on. */
enum PaceOutlook {
    DONE("已达标"),
    ON_TRACK("正常"),
    BEHIND("落后"),
    OUT_OF_REACH("来不及");

    private static final Duration COMFORTABLE = Duration.ofMinutes(120);
    private static final Duration BEARABLE = Duration.ofHours(8);

    private final String label;

    PaceOutlook(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** @param days until the deadline; its own day counts as one */
    static PaceOutlook of(Duration missing, int days) {
        if (missing.isZero()) {
            return DONE;
        }
        if (days < 0) {
            return OUT_OF_REACH;
        }
        Duration daily = missing.dividedBy(Math.max(1, days));
        if (daily.compareTo(COMFORTABLE) <= 0) {
            return ON_TRACK;
        }
        return daily.compareTo(BEARABLE) <= 0 ? BEHIND : OUT_OF_REACH;
    }
}
