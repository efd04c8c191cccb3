package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.BATCH;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.jooq.tables.records.BatchRecord;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class BatchStore {

    private final DSLContext db;

    BatchStore(DSLContext db) {
        this.db = db;
    }

    Batch create(InstitutionId institution, SittingId sitting, @Nullable UUID by, Instant at) {
        Integer last = db.select(DSL.max(BATCH.NUMBER))
                .from(BATCH)
                .where(BATCH.INSTITUTION_ID.eq(institution.value()))
                .and(BATCH.SITTING_ID.eq(sitting.value()))
                .fetchOne(0, Integer.class);
        Batch batch = new Batch(BatchId.next(), institution, sitting, last == null ? 1 : last + 1, at);
        db.insertInto(BATCH)
                .set(BATCH.ID, batch.id().value())
                .set(BATCH.INSTITUTION_ID, institution.value())
                .set(BATCH.SITTING_ID, sitting.value())
                .set(BATCH.NUMBER, batch.number())
                .set(BATCH.CREATED_AT, at.atOffset(ZoneOffset.UTC))
                .set(BATCH.CREATED_BY, by)
                .execute();
        return batch;
    }

    /** @throws Problem 404 when the institution has no such batch */
    @Transactional(readOnly = true)
    Batch owned(UUID id, InstitutionId owner) {
        return db.selectFrom(BATCH)
                .where(BATCH.ID.eq(id))
                .and(BATCH.INSTITUTION_ID.eq(owner.value()))
                .fetchOptional(BatchStore::batch)
                .orElseThrow(() -> Problem.notFound("这个批次"));
    }

    @Transactional(readOnly = true)
    Batch get(BatchId id) {
        return db.selectFrom(BATCH).where(BATCH.ID.eq(id.value())).fetchSingle(BatchStore::batch);
    }

    /** Lets one transaction at a time change the rows of the batch. */
    void lock(BatchId id) {
        db.select(BATCH.ID)
                .from(BATCH)
                .where(BATCH.ID.eq(id.value()))
                .forUpdate()
                .fetchSingle();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<Batch> ofInstitution(InstitutionId institution) {
        return db.selectFrom(BATCH)
                .where(BATCH.INSTITUTION_ID.eq(institution.value()))
                .orderBy(BATCH.CREATED_AT.desc(), BATCH.ID.desc())
                .fetch(BatchStore::batch);
    }

    @Transactional(readOnly = true)
    List<Batch> ofSitting(SittingId sitting) {
        return db.selectFrom(BATCH)
                .where(BATCH.SITTING_ID.eq(sitting.value()))
                .orderBy(BATCH.CREATED_AT, BATCH.ID)
                .fetch(BatchStore::batch);
    }

    private static Batch batch(BatchRecord r) {
        return new Batch(
                new BatchId(r.getId()),
                new InstitutionId(r.getInstitutionId()),
                new SittingId(r.getSittingId()),
                r.getNumber(),
                r.getCreatedAt().toInstant());
    }
}
