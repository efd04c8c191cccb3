package io.tanshi.learning.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceOutlookTests {

    @Test
    void theOutlookFollowsFromWhatEachDayNeeds() {
        assertThat(PaceOutlook.of(Duration.ZERO, 0)).isEqualTo(PaceOutlook.DONE);
        assertThat(PaceOutlook.of(Duration.ofHours(20), 10)).isEqualTo(PaceOutlook.ON_TRACK);
        assertThat(PaceOutlook.of(Duration.ofHours(20), 4)).isEqualTo(PaceOutlook.BEHIND);
        assertThat(PaceOutlook.of(Duration.ofHours(20), 2)).isEqualTo(PaceOutlook.OUT_OF_REACH);
        assertThat(PaceOutlook.of(Duration.ofHours(1), 0)).isEqualTo(PaceOutlook.ON_TRACK);
        assertThat(PaceOutlook.of(Duration.ofHours(1), -1)).isEqualTo(PaceOutlook.OUT_OF_REACH);
    }
}
