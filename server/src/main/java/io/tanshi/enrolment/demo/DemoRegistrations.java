package io.tanshi.enrolment.demo;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.batch.BatchIntake;
import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.enrolment.review.ImmediateReviews;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.StartStep;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Two institutions' batches for the next sitting, partly reviewed, made at the first start of the demo. It comes after
 * the course is imported, because an approval opens the study.
 */
@Component
@Profile("demo")
@Order(StartStep.LEARNING + 10)
class DemoRegistrations implements StartStep {

    private static final int APPROVED = 10;
    private static final Set<Fault> FAULTS = EnumSet.of(
            Fault.PHOTO_WHITE,
            Fault.ID_CHECKSUM,
            Fault.NO_WORK,
            Fault.NOT_ELIGIBLE,
            Fault.PHONE,
            Fault.LOWER_X,
            Fault.UNLISTED_MAJOR,
            Fault.JUNK);

    /** For the reviewer: papers that contradict each other, and somebody who misses every condition by months. */
    private static final Set<Fault> HARD_CASES = EnumSet.of(Fault.CONFLICTING_PAPERS, Fault.NOT_ELIGIBLE);

    private static final String RULING = "另有两年相关工作正在补开证明，请结合材料裁定。";

    private final BatchIntake intake;
    private final Dossiers dossiers;
    private final ImmediateReviews reviews;
    private final Institutions institutions;
    private final Sittings sittings;
    private final Programmes programmes;
    private final Clock clock;

    DemoRegistrations(
            BatchIntake intake,
            Dossiers dossiers,
            ImmediateReviews reviews,
            Institutions institutions,
            Sittings sittings,
            Programmes programmes,
            Clock clock) {
        this.intake = intake;
        this.dossiers = dossiers;
        this.reviews = reviews;
        this.institutions = institutions;
        this.sittings = sittings;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public void run() {
        Optional<Sitting> open = sittings.upcoming().stream()
                .filter(sitting -> sitting.registrationOpen(clock.instant()))
                .findFirst();
        open.ifPresent(sitting -> {
            if (isNew("LY")) {
                bring("LY", 24, 20_261_226, FAULTS, sitting);
                review("LY", sitting, APPROVED, true);
            }
            if (isNew("ZD")) {
                bring("ZD", 6, 20_261_227, Set.of(), sitting);
                review("ZD", sitting, 2, false);
                bring("ZD", 4, 20_261_228, HARD_CASES, sitting);
            }
        });
    }

    private boolean isNew(String code) {
        return !intake.hasAny(staff(code));
    }

    private void bring(String code, int people, long seed, Set<Fault> faults, Sitting sitting) {
        CurrentAccount staff = staff(code);
        String ruling = faults.equals(HARD_CASES) ? RULING : null;
        try {
            Path zip = Files.createTempFile("tanshi-demo-", ".zip");
            try {
                new BatchMaker(new BatchPlan(
                                people,
                                seed,
                                faults,
                                PackageShape.USUAL,
                                YearMonth.parse(sitting.code()),
                                sitting.asOf(),
                                programmes.eligibility()))
                        .make(zip);
                try (InputStream in = Files.newInputStream(zip)) {
                    intake.take(sitting.id(), "报名-" + code + "-" + people + "人.zip", in, ruling, staff);
                }
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void review(String code, Sitting sitting, int approved, boolean withReturns) {
        List<Dossier> pending =
                dossiers.ofInstitution(institution(code), sitting.id(), EnumSet.of(ApplicationState.PENDING)).stream()
                        .filter(dossier -> dossier.verdict() == Verdict.ELIGIBLE)
                        .toList();
        CurrentAccount reviewer = new CurrentAccount(AccountId.next(), "李卓", Set.of(Role.REVIEWER), null, null);
        pending.stream().limit(approved).forEach(dossier -> reviews.approve(dossier, reviewer));
        if (withReturns && pending.size() > approved + 2) {
            sendBack(
                    pending.get(approved),
                    new ReturnNote(DocumentKind.WORK, ReturnReason.NO_SEAL, "工作证明没有加盖单位公章。请由单位盖章后重新扫描上传。"),
                    reviewer);
            sendBack(
                    pending.get(approved + 1),
                    new ReturnNote(DocumentKind.ID_BACK, ReturnReason.UNCLEAR, "身份证反面反光，看不清有效期限。请在自然光下重新拍摄后上传。"),
                    reviewer);
        }
    }

    private void sendBack(Dossier dossier, ReturnNote note, CurrentAccount reviewer) {
        reviews.sendBack(dossier, List.of(note), reviewer);
    }

    private CurrentAccount staff(String code) {
        return new CurrentAccount(AccountId.next(), "演示数据", Set.of(Role.INSTITUTION_MANAGER), institution(code), null);
    }

    private InstitutionId institution(String code) {
        return institutions.all().stream()
                .filter(institution -> institution.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
