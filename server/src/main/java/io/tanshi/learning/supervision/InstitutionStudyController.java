package io.tanshi.learning.supervision;

import static io.tanshi.learning.jooq.Tables.STUDY;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.learning.jooq.tables.records.StudyRecord;
import io.tanshi.learning.progress.Study;
import io.tanshi.learning.progress.StudyStore;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the institution's own candidates study; names stand in the roster, under the same person ids. */
@RestController
@RequestMapping("/api/institution/study")
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class InstitutionStudyController {

    private final DSLContext db;
    private final StudyStore studies;
    private final Sittings sittings;
    private final Clock clock;

    InstitutionStudyController(DSLContext db, StudyStore studies, Sittings sittings, Clock clock) {
        this.db = db;
        this.studies = studies;
        this.sittings = sittings;
        this.clock = clock;
    }

    /**
     * One candidate's study.
     *
     * @param lastStudiedAt absent when the person has never opened a lesson
     */
    record SupervisedStudy(
            PersonId personId,
            String level,
            long countedSeconds,
            long requiredSeconds,
            long unitSeconds,
            boolean met,
            PaceOutlook outlook,
            String outlookLabel,
            @Nullable OffsetDateTime lastStudiedAt) {}

    @GetMapping
    @Transactional(readOnly = true)
    public List<SupervisedStudy> study(@RequestParam String sitting, CurrentAccount me) {
        return sittings.findByCode(sitting).stream()
                .flatMap(s -> of(me.requireInstitution(), s).stream())
                .toList();
    }

    private List<SupervisedStudy> of(InstitutionId institution, Sitting sitting) {
        LocalDate today = LocalDate.now(clock);
        int days = Math.toIntExact(
                ChronoUnit.DAYS.between(today, sitting.examDate().minusDays(1)));
        return db.selectFrom(STUDY)
                .where(STUDY.INSTITUTION_ID.eq(institution.value()))
                .and(STUDY.SITTING_ID.eq(sitting.id().value()))
                .orderBy(STUDY.LAST_STUDIED_AT.asc().nullsFirst(), STUDY.OPENED_AT)
                .fetch(row -> view(row, sitting.id(), days));
    }

    private SupervisedStudy view(StudyRecord row, SittingId sitting, int days) {
        PersonId person = new PersonId(row.getPersonId());
        Study study = studies.find(person, sitting).orElseThrow();
        PaceOutlook outlook = PaceOutlook.of(study.missing(), days);
        OffsetDateTime last = row.getLastStudiedAt();
        return new SupervisedStudy(
                person,
                study.enrolled().level().label(),
                study.counted().toSeconds(),
                study.required().toSeconds(),
                study.course().unit().toSeconds(),
                study.isMet(),
                outlook,
                outlook.label(),
                last == null ? null : last.atZoneSameInstant(clock.getZone()).toOffsetDateTime());
    }
}
