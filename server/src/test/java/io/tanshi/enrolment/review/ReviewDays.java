package io.tanshi.enrolment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.Applications;
import io.tanshi.enrolment.BegunStudies;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.batch.BatchIntake;
import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.enrolment.review.QueueFilter.Due;
import io.tanshi.enrolment.review.QueueFilter.Share;
import io.tanshi.enrolment.review.ReviewViews.QueueItem;
import io.tanshi.identity.InstitutionRegister;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.ErrorCode;
import io.tanshi.platform.Problem;
import io.tanshi.platform.Ticker;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** Reviewers, their queue, and people who have applied; a Thursday on which registration is open. */
@Import(ReviewDays.OnADayBeforeTheDeadline.class)
@TestPropertySource(properties = "tanshi.review.undo-seconds=10")
public abstract class ReviewDays {

    static final AtomicLong NANOS = new AtomicLong();

    /** Who has begun to study. */
    protected static final Set<PersonId> BEGUN = ConcurrentHashMap.newKeySet();

    /** A Thursday before the deadline, and a monotonic clock that the tests move. */
    @TestConfiguration
    static class OnADayBeforeTheDeadline {

        @Bean
        @Primary
        Clock thursday() {
            return Clock.fixed(Instant.parse("2026-12-10T02:00:00Z"), ReviewPromise.ZONE);
        }

        @Bean
        BegunStudies begun() {
            return (person, _) -> BEGUN.contains(person);
        }

        @Bean
        @Primary
        Ticker hand() {
            return NANOS::get;
        }
    }

    private static final AtomicLong SEED = new AtomicLong(500);

    @Autowired
    BatchIntake intake;

    @Autowired
    protected Dossiers dossiers;

    @Autowired
    Applications applications;

    @Autowired
    protected ApplicationDesk applicationDesk;

    @Autowired
    ReviewDesk desk;

    @Autowired
    DecisionStore decisions;

    @Autowired
    EffectSweep sweep;

    @Autowired
    Effects effects;

    @Autowired
    ReviewSettings settings;

    @Autowired
    Claims claims;

    @Autowired
    BulkDesk bulk;

    @Autowired
    QueuePages queue;

    @Autowired
    WorkbenchPages workbench;

    @Autowired
    Institutions institutions;

    @Autowired
    InstitutionRegister register;

    @Autowired
    Sittings sittings;

    protected final CurrentAccount he = reviewer("何静宜");
    protected final CurrentAccount li = reviewer("李卓");
    protected CurrentAccount staff;
    protected Sitting sitting;

    private static CurrentAccount reviewer(String name) {
        return new CurrentAccount(AccountId.next(), name, Set.of(Role.REVIEWER), null, null);
    }

    @BeforeEach
    final void anInstitution() {
        sitting = sittings.findByCode("2026-12").orElseThrow();
        InstitutionId institution = institutions.all().stream()
                .findFirst()
                .map(Institutions.InstitutionView::id)
                .orElseGet(() -> register.create(
                        new InstitutionRegister.NewInstitution("LY", "绿源低碳技术培训中心", "教务处"), Actor.system("test")));
        staff = new CurrentAccount(AccountId.next(), "孙玉婷", Set.of(Role.INSTITUTION_MANAGER), institution, null);
    }

    List<UUID> ids(Share share, String text) {
        return items(share, text).stream().map(QueueItem::id).toList();
    }

    List<QueueItem> items(Share share, String text) {
        return queue.queue(new QueueFilter(share, Due.ANY, null, null, null), text, 0, 200, he)
                .items()
                .items();
    }

    QueueItem shown(Dossier dossier) {
        return items(Share.ALL, dossier.registration().documentNumber()).getFirst();
    }

    protected ApplicationState state(Dossier dossier) {
        return dossiers.find(dossier.id()).orElseThrow().state();
    }

    void pass(Duration time) {
        sweep.sweep();
        NANOS.addAndGet(time.toNanos());
        sweep.sweep();
    }

    protected static ReturnNote noSeal() {
        return new ReturnNote(DocumentKind.WORK, ReturnReason.NO_SEAL, "请加盖公章后重新扫描。");
    }

    protected static void refused(@Nullable ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, p -> {
            if (code != null) {
                assertThat(p.code()).isEqualTo(code);
            }
        });
    }

    protected List<Dossier> submitted(int people, Fault... faults) throws IOException {
        Set<UUID> before = pending().stream().map(d -> d.id().value()).collect(Collectors.toSet());
        Path zip = Files.createTempFile("tanshi-test-", ".zip");
        try {
            new BatchMaker(new BatchPlan(
                            people,
                            SEED.incrementAndGet(),
                            faults.length == 0 ? Set.of() : EnumSet.copyOf(List.of(faults)),
                            PackageShape.USUAL,
                            YearMonth.of(2026, 12),
                            sitting.asOf(),
                            RuleSet.shipped(RuleSet.DEFAULT_CODE)))
                    .make(zip);
            try (InputStream in = Files.newInputStream(zip)) {
                intake.take(sitting.id(), "报名.zip", in, staff);
            }
        } finally {
            Files.delete(zip);
        }
        return pending().stream().filter(d -> !before.contains(d.id().value())).toList();
    }

    private List<Dossier> pending() {
        return dossiers.ofInstitution(staff.requireInstitution(), sitting.id(), EnumSet.of(ApplicationState.PENDING));
    }
}
