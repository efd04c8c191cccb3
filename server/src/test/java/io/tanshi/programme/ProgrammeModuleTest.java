package io.tanshi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
final class ProgrammeModuleTest {

    @Autowired
    private Programmes programmes;

    @Autowired
    private Sittings sittings;

    @Autowired
    private WorkingDays days;

    @Autowired
    private Clock clock;

    @Test
    void aFreshInstallationHasProgrammeCalendarAndSittings() {
        assertThat(programmes.current().name()).isEqualTo("碳排放管理师岗位能力人才评测");
        assertThat(programmes.eligibility().code()).isEqualTo(RuleSet.DEFAULT_CODE);
        assertThat(programmes.ruleSets()).hasSize(2);
        assertThat(programmes.materials()).hasSize(9);
        assertThat(days.current().isAnnounced(2026)).isTrue();
        assertThat(days.current().isAnnounced(2027)).isFalse();
        assertThat(days.on(LocalDate.of(2026, 2, 21)).words()).isEqualTo("春节假期第 7 天");
        assertThat(days.on(LocalDate.of(2026, 2, 28)).words()).startsWith("调休上班日（春节）");
        Sitting december = sittings.findByCode("2026-12").orElseThrow();
        assertThat(december.examDate()).isEqualTo("2026-12-26");
        assertThat(december.asOf()).isEqualTo("2026-12-19");
        assertThat(december.name()).isEqualTo("2026 年 12 月考期");
        assertThat(sittings.get(december.id()).code()).isEqualTo("2026-12");
        assertThat(sittings.all()).extracting(Sitting::code).containsExactly("2027-04", "2027-02", "2026-12");
        assertThat(sittings.upcoming())
                .allSatisfy(sitting -> assertThat(sitting.examDate()).isAfterOrEqualTo(LocalDate.now(clock)));
    }
}
