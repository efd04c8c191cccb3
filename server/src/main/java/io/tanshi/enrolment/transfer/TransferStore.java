package io.tanshi.enrolment.transfer;

import static io.tanshi.enrolment.jooq.Tables.TRANSFER;
import static io.tanshi.enrolment.jooq.Tables.TRANSFER_PIECE;

import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.jooq.tables.records.TransferRecord;
import io.tanshi.files.FileId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class TransferStore {

    private final DSLContext db;
    private final Sealed sealed;

    TransferStore(DSLContext db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    void insert(Transfer transfer, @Nullable UUID by) {
        db.insertInto(TRANSFER)
                .set(TRANSFER.ID, transfer.id())
                .set(TRANSFER.BATCH_ID, transfer.batch())
                .set(TRANSFER.FACTS_CIPHER, sealed.seal(transfer.facts(), place(transfer.id())))
                .set(TRANSFER.SIZE, transfer.size())
                .set(TRANSFER.RECEIVED, transfer.received())
                .set(TRANSFER.CREATED_AT, time(transfer.createdAt()))
                .set(TRANSFER.CREATED_BY, by)
                .set(TRANSFER.TOUCHED_AT, time(transfer.touchedAt()))
                .execute();
    }

    @Transactional(readOnly = true)
    Optional<Transfer> find(UUID batch, UUID id) {
        return some(TRANSFER.ID.eq(id).and(TRANSFER.BATCH_ID.eq(batch))).stream()
                .findFirst();
    }

    /** In the order in which they began. */
    @Transactional(readOnly = true)
    List<Transfer> ofBatch(UUID batch) {
        return some(TRANSFER.BATCH_ID.eq(batch));
    }

    /** All bytes are here, but the file was not yet made of them. */
    @Transactional(readOnly = true)
    List<Transfer> complete() {
        return some(TRANSFER.RECEIVED.eq(TRANSFER.SIZE));
    }

    @Transactional(readOnly = true)
    List<Transfer> untouchedSince(Instant moment) {
        return some(TRANSFER.TOUCHED_AT.lt(time(moment)));
    }

    private List<Transfer> some(Condition condition) {
        return db.selectFrom(TRANSFER)
                .where(condition)
                .orderBy(TRANSFER.CREATED_AT, TRANSFER.ID)
                .fetch(this::transfer);
    }

    /** Whether nobody has taken the place of the piece before. */
    boolean advance(Transfer transfer, long from, int by, Instant at) {
        return db.update(TRANSFER)
                        .set(TRANSFER.RECEIVED, from + by)
                        .set(TRANSFER.TOUCHED_AT, time(at))
                        .where(TRANSFER.ID.eq(transfer.id()))
                        .and(TRANSFER.RECEIVED.eq(from))
                        .execute()
                == 1;
    }

    void insertPiece(Transfer transfer, long from, FileId file) {
        db.insertInto(TRANSFER_PIECE)
                .set(TRANSFER_PIECE.TRANSFER_ID, transfer.id())
                .set(TRANSFER_PIECE.START_AT, from)
                .set(TRANSFER_PIECE.FILE_ID, file.value())
                .execute();
    }

    /** In their order. */
    @Transactional(readOnly = true)
    List<FileId> pieces(Transfer transfer) {
        return db.select(TRANSFER_PIECE.FILE_ID)
                .from(TRANSFER_PIECE)
                .where(TRANSFER_PIECE.TRANSFER_ID.eq(transfer.id()))
                .orderBy(TRANSFER_PIECE.START_AT)
                .fetch(r -> new FileId(r.value1()));
    }

    /** Whether it was still there. */
    boolean delete(Transfer transfer) {
        return db.deleteFrom(TRANSFER).where(TRANSFER.ID.eq(transfer.id())).execute() == 1;
    }

    private Transfer transfer(TransferRecord r) {
        return new Transfer(
                r.getId(),
                r.getBatchId(),
                sealed.open(r.getFactsCipher(), place(r.getId()), Transfer.Facts.class),
                r.getSize(),
                r.getReceived(),
                r.getCreatedAt().toInstant(),
                r.getTouchedAt().toInstant());
    }

    private static String place(UUID id) {
        return "transfer:" + id;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
