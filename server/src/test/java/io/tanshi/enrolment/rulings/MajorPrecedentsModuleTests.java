package io.tanshi.enrolment.rulings;

import static io.tanshi.enrolment.jooq.Tables.BATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.NewApplication;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.Registration.Entry;
import io.tanshi.enrolment.application.Ruling;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.batch.Terms;
import io.tanshi.enrolment.eligibility.MajorRuling;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormCell;
import io.tanshi.enrolment.rulings.RulingViews.MajorQuestion;
import io.tanshi.enrolment.rulings.TrialViews.RuleReplay;
import io.tanshi.enrolment.rulings.TrialViews.TrialVerdict;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Education;
import io.tanshi.programme.JudgedApplications;
import io.tanshi.programme.Level;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.annotation.Transactional;

/** A ruling on a new major, remembered for the next row with the same major. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Transactional
class MajorPrecedentsModuleTests {

    private static final Actor REVIEWER = Actor.system("何静宜");
    private static final String DECK = "deck-2024";
    private static final String MAJOR = "环境监测与控制技术";

    /** A Friday, moved on by hand. */
    static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-12-11T02:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ReviewPromise.ZONE;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    @TestConfiguration
    static class OnAFriday {

        @Bean
        @Primary
        SettableClock friday() {
            return new SettableClock();
        }
    }

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationDesk applications;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private MajorRulingDesk desk;

    @Autowired
    private MajorPrecedents precedents;

    @Autowired
    private RulingPages pages;

    @Autowired
    private RulingStore store;

    @Autowired
    private RuleTrial trial;

    @Autowired
    private JudgedApplications judged;

    @Autowired
    private Terms terms;

    @Autowired
    private Sittings sittings;

    @Autowired
    private DSLContext db;

    @Test
    void aRulingIsRememberedForTheNextRowWithTheSameMajorHoweverItIsSpelt() {
        Dossier first = submitted("110101199003070011", MAJOR);
        assertThat(pages.question(first.id()).open()).isTrue();
        assertThat(precedents.applied(first)).isEmpty();

        desk.rule(first.id(), true, "环境类专业目录 0831", REVIEWER);
        MajorRuling ruling = terms.of(sitting())
                .rulings()
                .on(io.tanshi.enrolment.eligibility.MajorName.plain(MAJOR + "（水方向）专业"))
                .orElseThrow();
        assertThat(ruling.words()).isEqualTo("按 2026-12-11 的先例认定为相关专业");
        MajorQuestion answered = pages.question(first.id());
        assertThat(answered.open()).isFalse();
        assertThat(answered.ruling()).isNotNull();

        Ruling applied = precedents.applied(first).orElseThrow();
        assertThat(applied.clause()).isEqualTo(5);
        assertThat(applied.subject()).isEqualTo("专业：" + MAJOR);
        applications.approve(first.id(), first.version(), applied, REVIEWER);
        // What only followed a precedent is no hard case of its own.
        assertThat(pages.page(DECK, "", 0, 10).cases()).isEmpty();
        assertThat(pages.page(DECK, "监测", 0, 10).majors().items()).hasSize(1);
        assertThat(pages.page(DECK, "园林", 0, 10).majors().items()).isEmpty();
    }

    @Test
    void aSecondRulingOnTheSameMajorIsRefusedUntilTheFirstIsRevoked() {
        Dossier first = submitted("110101199003070011", MAJOR);
        desk.rule(first.id(), false, "课程不符", REVIEWER);
        assertThatThrownBy(() -> desk.rule(first.id(), true, "再议", REVIEWER))
                .satisfies(e -> assertThat(((Problem) e).code()).isEqualTo(EnrolmentError.MAJOR_RULED));
        StoredRuling ruled = store.inForce(DECK).getFirst();
        desk.revoke(ruled.id(), "目录更新", REVIEWER);
        assertThatThrownBy(() -> desk.revoke(ruled.id(), "again", REVIEWER))
                .satisfies(e -> assertThat(((Problem) e).code()).isEqualTo(EnrolmentError.RULING_REVOKED));
        desk.rule(first.id(), true, "目录更新", REVIEWER);
        assertThat(store.inForce(DECK))
                .hasSize(1)
                .first()
                .satisfies(r -> assertThat(r.related()).isTrue());
    }

    @Test
    void aRevocationDoesNotReachBack() {
        Dossier first = submitted("110101199003070011", MAJOR);
        desk.rule(first.id(), true, "环境类", REVIEWER);
        clock.now = clock.now.plusSeconds(3600);
        Dossier under = submitted("110101199003070038", MAJOR);
        clock.now = clock.now.plusSeconds(3600);
        desk.revoke(store.inForce(DECK).getFirst().id(), "目录更新", REVIEWER);
        clock.now = clock.now.plusSeconds(3600);
        Dossier after = submitted("110101199003070054", MAJOR);

        assertThat(precedents.knownTo(under).on(MAJOR)).isPresent();
        assertThat(precedents.knownTo(after).on(MAJOR)).isEmpty();
        assertThat(terms.of(sitting()).rulings().on(MAJOR)).isEmpty();
    }

    @Test
    void aListedMajorNeedsNoRuling() {
        Dossier listed = submitted("110101199003070011", "环境工程");
        assertThatThrownBy(() -> desk.rule(listed.id(), true, "x", REVIEWER))
                .satisfies(e -> assertThat(((Problem) e).code()).isEqualTo(EnrolmentError.MAJOR_NOT_OPEN));
    }

    @Test
    void aRulingGivenWithTheApprovalIsLearntAndStaysAHardCase() {
        Dossier first = submitted("110101199003070011", MAJOR);
        Ruling ruling = new Ruling(5, "专业：" + MAJOR, "课程表可证");
        applications.approve(first.id(), first.version(), ruling, REVIEWER);
        precedents.learn(first, ruling, REVIEWER);
        assertThat(terms.of(sitting()).rulings().on(MAJOR)).isPresent();
        assertThat(pages.page(DECK, "", 0, 10).cases()).hasSize(1);
        assertThat(judged.of(sitting())).isEqualTo(new JudgedApplications.Count(1, 1));
    }

    @Test
    void aDraftIsReplayedOverTheApplicationsOfASittingWithoutTouchingThem() {
        Dossier first = submitted("110101199003070011", "环境工程");
        RuleReplay replay = trial.replay(sitting(), "deck-2024-normalised");
        assertThat(replay.total()).isEqualTo(1);
        assertThat(replay.lost()).isEqualTo(1);
        assertThat(replay.cases().getFirst().before()).isEqualTo("符合 中级(5)");
        assertThat(replay.cases().toString())
                .doesNotContain("110101199003070011")
                .doesNotContain("陆知秋");
        assertThat(dossiers.find(first.id()).orElseThrow().version()).isEqualTo(first.version());
    }

    @Test
    void aCaseIsTriedAgainstTwoVersionsSideBySide() {
        Qualification person = new Qualification(Education.JUNIOR_COLLEGE, "环境工程", 0, null);
        LocalDate day = LocalDate.of(2026, 12, 19);
        TrialVerdict deck = trial.judge(DECK, Level.INTERMEDIATE, person, day);
        TrialVerdict other = trial.judge("deck-2024-normalised", Level.INTERMEDIATE, person, day);
        assertThat(deck.words()).isEqualTo("符合 中级(5)");
        assertThat(other.eligible()).isFalse();
        assertThat(other.misses()).anySatisfy(miss -> assertThat(miss.words()).contains("还差1年"));
    }

    private SittingId sitting() {
        return sittings.findByCode("2026-12").orElseThrow().id();
    }

    private Dossier submitted(String number, String major) {
        InstitutionId institution = InstitutionId.next();
        BatchId batch = BatchId.next();
        db.insertInto(BATCH)
                .set(BATCH.ID, batch.value())
                .set(BATCH.INSTITUTION_ID, institution.value())
                .set(BATCH.SITTING_ID, sitting().value())
                .set(BATCH.NUMBER, 1)
                .set(BATCH.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        boolean listed = major.equals("环境工程");
        ApplicationId id = applications.submit(
                new NewApplication(
                        institution,
                        sitting(),
                        batch,
                        registration(number, major),
                        List.of(),
                        DECK,
                        listed ? Verdict.ELIGIBLE : Verdict.NEEDS_RULING,
                        listed ? Integer.valueOf(5) : null,
                        null),
                REVIEWER);
        return dossiers.find(id).orElseThrow();
    }

    private static Registration registration(String number, String major) {
        Map<Column, Entry> cells = new EnumMap<>(Column.class);
        Map.of(
                        Column.NAME, "陆知秋",
                        Column.DOCUMENT_NUMBER, number,
                        Column.PHONE, "13812345678",
                        Column.LEVEL, "中级",
                        Column.EDUCATION, "大专",
                        Column.MAJOR, major,
                        Column.WORK_YEARS, "0")
                .forEach((column, text) -> cells.put(column, new Entry(text, text, FormCell.Nature.TEXT)));
        return new Registration(2, cells, new Qualification(Education.JUNIOR_COLLEGE, major, 0, null), List.of(), null);
    }
}
