package io.tanshi.delivery.likeness;

import static io.tanshi.delivery.jooq.Tables.ATTEMPT;
import static io.tanshi.delivery.jooq.Tables.IDENTITY_CHECK;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.jooq.tables.records.IdentityCheckRecord;
import io.tanshi.files.FileId;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored checks. */
@Repository
public class Likenesses {

    private final DSLContext db;

    Likenesses(DSLContext db) {
        this.db = db;
    }

    Optional<Likeness> find(AttemptId attempt) {
        return db.selectFrom(IDENTITY_CHECK)
                .where(IDENTITY_CHECK.ATTEMPT_ID.eq(attempt.value()))
                .fetchOptional(Likenesses::read);
    }

    /** Candidates of whom nothing was heard are absent. */
    public Map<AttemptId, Likeness> of(SittingId sitting) {
        return db.select(IDENTITY_CHECK.fields())
                .from(IDENTITY_CHECK)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(IDENTITY_CHECK.ATTEMPT_ID))
                .where(ATTEMPT.SITTING_ID.eq(sitting.value()))
                .fetchMap(
                        row -> new AttemptId(row.get(IDENTITY_CHECK.ATTEMPT_ID)),
                        row -> read(row.into(IDENTITY_CHECK)));
    }

    int takes(AttemptId attempt) {
        Integer takes = db.select(IDENTITY_CHECK.TAKES)
                .from(IDENTITY_CHECK)
                .where(IDENTITY_CHECK.ATTEMPT_ID.eq(attempt.value()))
                .forUpdate()
                .fetchOne(IDENTITY_CHECK.TAKES);
        return takes == null ? 0 : takes;
    }

    void put(AttemptId attempt, @Nullable FileId photo, Instant now) {
        Likeness.Camera camera = photo == null ? Likeness.Camera.REFUSED : Likeness.Camera.TAKEN;
        UUID file = photo == null ? null : photo.value();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        db.insertInto(IDENTITY_CHECK)
                .set(IDENTITY_CHECK.ATTEMPT_ID, attempt.value())
                .set(IDENTITY_CHECK.PHOTO_FILE, file)
                .set(IDENTITY_CHECK.CAMERA, camera.name())
                .set(IDENTITY_CHECK.TAKEN_AT, at)
                .set(IDENTITY_CHECK.TAKES, 1)
                .onConflict(IDENTITY_CHECK.ATTEMPT_ID)
                .doUpdate()
                .set(IDENTITY_CHECK.PHOTO_FILE, file)
                .set(IDENTITY_CHECK.CAMERA, camera.name())
                .set(IDENTITY_CHECK.TAKEN_AT, at)
                .set(IDENTITY_CHECK.TAKES, IDENTITY_CHECK.TAKES.plus(1))
                .execute();
    }

    void decide(AttemptId attempt, Likeness.Verdict verdict, boolean byEye, String reason, Actor by, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        db.insertInto(IDENTITY_CHECK)
                .set(IDENTITY_CHECK.ATTEMPT_ID, attempt.value())
                .set(IDENTITY_CHECK.VERDICT, verdict.name())
                .set(IDENTITY_CHECK.BY_EYE, byEye)
                .set(IDENTITY_CHECK.REASON, reason)
                .set(IDENTITY_CHECK.DECIDED_AT, at)
                .set(IDENTITY_CHECK.DECIDED_BY, by.id())
                .set(IDENTITY_CHECK.DECIDED_LABEL, by.label())
                .onConflict(IDENTITY_CHECK.ATTEMPT_ID)
                .doUpdate()
                .set(IDENTITY_CHECK.VERDICT, verdict.name())
                .set(IDENTITY_CHECK.BY_EYE, byEye)
                .set(IDENTITY_CHECK.REASON, reason)
                .set(IDENTITY_CHECK.DECIDED_AT, at)
                .set(IDENTITY_CHECK.DECIDED_BY, by.id())
                .set(IDENTITY_CHECK.DECIDED_LABEL, by.label())
                .execute();
    }

    /** That there was a picture, but no longer which. */
    void forget(AttemptId attempt) {
        db.update(IDENTITY_CHECK)
                .setNull(IDENTITY_CHECK.PHOTO_FILE)
                .setNull(IDENTITY_CHECK.CAMERA)
                .where(IDENTITY_CHECK.ATTEMPT_ID.eq(attempt.value()))
                .execute();
    }

    /** Whose picture was taken before, and judged. */
    List<AttemptId> judgedBefore(Instant before) {
        return db.select(IDENTITY_CHECK.ATTEMPT_ID)
                .from(IDENTITY_CHECK)
                .where(takenBefore(before))
                .and(IDENTITY_CHECK.VERDICT.isNotNull())
                .fetch(row -> new AttemptId(row.value1()));
    }

    int undecidedBefore(Instant before) {
        return db.fetchCount(IDENTITY_CHECK, takenBefore(before).and(IDENTITY_CHECK.VERDICT.isNull()));
    }

    private static Condition takenBefore(Instant before) {
        return IDENTITY_CHECK.PHOTO_FILE.isNotNull().and(IDENTITY_CHECK.TAKEN_AT.lt(before.atOffset(ZoneOffset.UTC)));
    }

    private static Likeness read(IdentityCheckRecord row) {
        UUID photo = row.getPhotoFile();
        String camera = row.getCamera();
        String verdict = row.getVerdict();
        OffsetDateTime taken = row.getTakenAt();
        OffsetDateTime decided = row.getDecidedAt();
        return new Likeness(
                camera == null ? Likeness.Camera.NOTHING : Likeness.Camera.valueOf(camera),
                photo == null ? null : new FileId(photo),
                taken == null ? null : taken.toInstant(),
                verdict == null ? null : Likeness.Verdict.valueOf(verdict),
                row.getByEye(),
                row.getReason(),
                decided == null ? null : decided.toInstant(),
                row.getDecidedLabel());
    }
}
