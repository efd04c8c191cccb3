package io.tanshi.learning.progress;

import static io.tanshi.learning.jooq.Tables.STUDY;
import static io.tanshi.learning.jooq.Tables.STUDY_WINDOW;

import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Ids;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.jooq.tables.records.StudyWindowRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Keeps the record behind the receipts: each opening of the player with what it counted. */
@Repository
class WindowStore {

    /** One opening of the player. */
    record StoredWindow(
            UUID id,
            long number,
            UUID study,
            String lesson,
            OffsetDateTime startedAt,
            OffsetDateTime lastBeatAt,
            int beats,
            Duration counted,
            Duration uncounted,
            boolean ended) {

        /** The number on the receipt of its last beat, as in {@code J1210 0318 0042}. */
        String receipt() {
            return "J%02d%02d %04d %04d".formatted(startedAt.getMonthValue(), startedAt.getDayOfMonth(), number, beats);
        }
    }

    private final DSLContext db;
    private final Clock clock;

    WindowStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Ends whatever the person has open, in any study, and opens a new window. */
    StoredWindow open(PersonId person, Study study, Lesson lesson) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        db.update(STUDY_WINDOW)
                .set(STUDY_WINDOW.ENDED_AT, now)
                .where(STUDY_WINDOW.ENDED_AT.isNull())
                .and(STUDY_WINDOW.STUDY_ID.in(
                        db.select(STUDY.ID).from(STUDY).where(STUDY.PERSON_ID.eq(person.value()))))
                .execute();
        return window(db.insertInto(STUDY_WINDOW)
                .set(STUDY_WINDOW.ID, Ids.next())
                .set(STUDY_WINDOW.STUDY_ID, study.id().value())
                .set(STUDY_WINDOW.LESSON_CODE, lesson.code())
                .set(STUDY_WINDOW.STARTED_AT, now)
                .set(STUDY_WINDOW.LAST_BEAT_AT, now)
                .set(STUDY_WINDOW.BEATS, 0)
                .set(STUDY_WINDOW.COUNTED_MILLIS, 0L)
                .set(STUDY_WINDOW.UNCOUNTED_MILLIS, 0L)
                .returning()
                .fetchSingle());
    }

    /** A window of this person; empty for anybody else's. */
    Optional<StoredWindow> find(PersonId person, UUID id) {
        return db.select(STUDY_WINDOW.fields())
                .from(STUDY_WINDOW)
                .join(STUDY)
                .on(STUDY.ID.eq(STUDY_WINDOW.STUDY_ID))
                .where(STUDY_WINDOW.ID.eq(id).and(STUDY.PERSON_ID.eq(person.value())))
                .fetchOptionalInto(STUDY_WINDOW)
                .map(WindowStore::window);
    }

    StoredWindow add(UUID id, Duration counted, Duration uncounted) {
        return window(db.update(STUDY_WINDOW)
                .set(STUDY_WINDOW.BEATS, STUDY_WINDOW.BEATS.plus(1))
                .set(STUDY_WINDOW.LAST_BEAT_AT, OffsetDateTime.now(clock))
                .set(STUDY_WINDOW.COUNTED_MILLIS, STUDY_WINDOW.COUNTED_MILLIS.plus(counted.toMillis()))
                .set(STUDY_WINDOW.UNCOUNTED_MILLIS, STUDY_WINDOW.UNCOUNTED_MILLIS.plus(uncounted.toMillis()))
                .where(STUDY_WINDOW.ID.eq(id))
                .returning()
                .fetchSingle());
    }

    /** The openings of a study, newest first. */
    List<StoredWindow> ofStudy(StudyId study, int limit) {
        return db.selectFrom(STUDY_WINDOW)
                .where(STUDY_WINDOW.STUDY_ID.eq(study.value()).and(STUDY_WINDOW.BEATS.gt(0)))
                .orderBy(STUDY_WINDOW.NUMBER.desc())
                .limit(limit)
                .fetch(WindowStore::window);
    }

    private static StoredWindow window(StudyWindowRecord row) {
        return new StoredWindow(
                row.getId(),
                row.getNumber(),
                row.getStudyId(),
                row.getLessonCode(),
                row.getStartedAt(),
                row.getLastBeatAt(),
                row.getBeats(),
                Duration.ofMillis(row.getCountedMillis()),
                Duration.ofMillis(row.getUncountedMillis()),
                row.getEndedAt() != null);
    }
}
