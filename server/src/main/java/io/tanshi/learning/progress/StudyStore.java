package io.tanshi.learning.progress;

import static io.tanshi.learning.jooq.Tables.LESSON_TIME;
import static io.tanshi.learning.jooq.Tables.STUDY;

import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.course.Course;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.course.CourseShelf;
import io.tanshi.learning.jooq.tables.records.StudyRecord;
import io.tanshi.programme.Level;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Stores studies and what is credited to their lessons. */
@Repository
public class StudyStore {

    private final DSLContext db;
    private final CourseShelf shelf;
    private final Programmes programmes;
    private final Clock clock;

    StudyStore(DSLContext db, CourseShelf shelf, Programmes programmes, Clock clock) {
        this.db = db;
        this.shelf = shelf;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Opens a study unless the person has one for that sitting; true when it is new. */
    boolean open(ApplicationApproved approval, Course course) {
        return db.insertInto(STUDY)
                        .set(STUDY.ID, StudyId.next().value())
                        .set(STUDY.PERSON_ID, approval.personId().value())
                        .set(STUDY.SITTING_ID, approval.sittingId().value())
                        .set(STUDY.INSTITUTION_ID, approval.institutionId().value())
                        .set(STUDY.APPLICATION_ID, approval.applicationId().value())
                        .set(STUDY.LEVEL, approval.level().name())
                        .set(STUDY.COURSE_CODE, course.code())
                        .set(STUDY.STATUS, StudyStatus.STUDYING.name())
                        .set(STUDY.OPENED_AT, now())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The study for one sitting. */
    public Optional<Study> find(PersonId person, SittingId sitting) {
        return list(STUDY.PERSON_ID.eq(person.value()).and(STUDY.SITTING_ID.eq(sitting.value()))).stream()
                .findFirst();
    }

    /** Every study of a person, the one opened last first. */
    public List<Study> ofPerson(PersonId person) {
        return list(STUDY.PERSON_ID.eq(person.value()));
    }

    private List<Study> list(Condition which) {
        return db.selectFrom(STUDY).where(which).orderBy(STUDY.OPENED_AT.desc()).fetch(this::study);
    }

    /** Reads a study and keeps other beats out until the transaction ends. */
    Study lock(UUID id) {
        return study(db.selectFrom(STUDY).where(STUDY.ID.eq(id)).forUpdate().fetchSingle());
    }

    private Study study(StudyRecord row) {
        Map<String, Duration> counted = db.selectFrom(LESSON_TIME)
                .where(LESSON_TIME.STUDY_ID.eq(row.getId()))
                .fetchMap(LESSON_TIME.LESSON_CODE, t -> Duration.ofMillis(t.getCountedMillis()));
        return new Study(
                new StudyId(row.getId()),
                new Study.Enrolled(
                        new PersonId(row.getPersonId()),
                        new SittingId(row.getSittingId()),
                        Level.valueOf(row.getLevel())),
                shelf.get(row.getCourseCode()),
                programmes.parameters().studyPercent(),
                counted,
                StudyStatus.valueOf(row.getStatus()));
    }

    /** Stores what is credited to a lesson, and that the person studies now. */
    void storeTime(Study study, Lesson lesson) {
        long millis = study.counted(lesson).toMillis();
        db.insertInto(LESSON_TIME)
                .set(LESSON_TIME.STUDY_ID, study.id().value())
                .set(LESSON_TIME.LESSON_CODE, lesson.code())
                .set(LESSON_TIME.COUNTED_MILLIS, millis)
                .onDuplicateKeyUpdate()
                .set(LESSON_TIME.COUNTED_MILLIS, millis)
                .execute();
        db.update(STUDY)
                .set(STUDY.LAST_STUDIED_AT, now())
                .where(STUDY.ID.eq(study.id().value()))
                .execute();
    }

    void storeMet(Study study) {
        db.update(STUDY)
                .set(STUDY.STATUS, study.status().name())
                .set(STUDY.MET_AT, now())
                .where(STUDY.ID.eq(study.id().value()))
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
