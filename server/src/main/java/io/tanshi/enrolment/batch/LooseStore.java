package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;
import static io.tanshi.enrolment.jooq.Tables.LOOSE_FILE;
import static io.tanshi.enrolment.jooq.Tables.ROW_FILE;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.jooq.tables.records.LooseFileRecord;
import io.tanshi.files.FileId;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tray of a batch: files that belong to no row yet. */
@Repository
@Transactional
class LooseStore {

    private static final String CHECKING = "CHECKING";
    private static final String LOOSE = "LOOSE";

    private final DSLContext db;
    private final Sealed sealed;
    private final Clock clock;

    LooseStore(DSLContext db, Sealed sealed, Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Keeps what a running check has found; it lies in the tray when the check has come to its end. */
    void insertChecking(LooseFile file) {
        insert(file, CHECKING);
    }

    void insert(LooseFile file) {
        insert(file, LOOSE);
    }

    private void insert(LooseFile file, String stage) {
        db.insertInto(LOOSE_FILE)
                .set(LOOSE_FILE.ID, file.id())
                .set(LOOSE_FILE.BATCH_ID, file.batch().value())
                .set(LOOSE_FILE.UPLOAD_ID, file.upload())
                .set(LOOSE_FILE.FILE_ID, file.file().value())
                .set(LOOSE_FILE.SHA256, file.sha256())
                .set(LOOSE_FILE.MEDIA_TYPE, file.mediaType())
                .set(LOOSE_FILE.SIZE, file.size())
                .set(LOOSE_FILE.REASON, file.reason().name())
                .set(LOOSE_FILE.STAGE, stage)
                .set(LOOSE_FILE.SUGGESTED_ROW, file.suggestedRow())
                .set(LOOSE_FILE.DATA_CIPHER, sealed.seal(file.said(), place(file.id())))
                .set(LOOSE_FILE.ADDED_AT, OffsetDateTime.now(clock))
                .execute();
    }

    /** Lets the files of a finished check lie in the tray. */
    void enter(UUID upload) {
        db.update(LOOSE_FILE)
                .set(LOOSE_FILE.STAGE, LOOSE)
                .where(LOOSE_FILE.UPLOAD_ID.eq(upload))
                .and(LOOSE_FILE.STAGE.eq(CHECKING))
                .execute();
    }

    /** A file that was doubtful for a row is so for the row that takes its place. */
    void follow(Map<UUID, UUID> successors) {
        db.selectDistinct(LOOSE_FILE.SUGGESTED_ROW)
                .from(LOOSE_FILE)
                .where(LOOSE_FILE.SUGGESTED_ROW.eq(DSL.any(successors.keySet().toArray(UUID[]::new))))
                .fetch(LOOSE_FILE.SUGGESTED_ROW)
                .forEach(old -> db.update(LOOSE_FILE)
                        .set(LOOSE_FILE.SUGGESTED_ROW, successors.get(old))
                        .where(LOOSE_FILE.SUGGESTED_ROW.eq(old))
                        .execute());
    }

    /** Forgets what an unfinished check has put aside and names the files, which nothing else uses. */
    static List<FileId> forget(DSLContext db, UUID upload) {
        return db.deleteFrom(LOOSE_FILE)
                .where(LOOSE_FILE.UPLOAD_ID.eq(upload))
                .and(LOOSE_FILE.STAGE.eq(CHECKING))
                .returning(LOOSE_FILE.FILE_ID)
                .fetch(r -> new FileId(r.getFileId()));
    }

    void remove(UUID id) {
        db.deleteFrom(LOOSE_FILE).where(LOOSE_FILE.ID.eq(id)).execute();
    }

    @Transactional(readOnly = true)
    List<LooseFile> of(BatchId batch) {
        return db.selectFrom(LOOSE_FILE)
                .where(LOOSE_FILE.BATCH_ID.eq(batch.value()))
                .and(LOOSE_FILE.STAGE.eq(LOOSE))
                .orderBy(LOOSE_FILE.ADDED_AT, LOOSE_FILE.ID)
                .fetch(this::read);
    }

    @Transactional(readOnly = true)
    int count(BatchId batch) {
        return db.fetchCount(LOOSE_FILE, LOOSE_FILE.BATCH_ID.eq(batch.value()).and(LOOSE_FILE.STAGE.eq(LOOSE)));
    }

    /** The contents that lie in the tray or in a row already: the same package sent again brings nothing new. */
    @Transactional(readOnly = true)
    Set<String> digests(BatchId batch) {
        return db.select(LOOSE_FILE.SHA256)
                .from(LOOSE_FILE)
                .where(LOOSE_FILE.BATCH_ID.eq(batch.value()))
                .and(LOOSE_FILE.STAGE.eq(LOOSE))
                .union(DSL.select(ROW_FILE.SHA256)
                        .from(ROW_FILE)
                        .join(BATCH_ROW)
                        .on(BATCH_ROW.ID.eq(ROW_FILE.ROW_ID))
                        .where(BATCH_ROW.BATCH_ID.eq(batch.value()))
                        .and(BATCH_ROW.STAGE.in(
                                RowStore.SEEN.stream().map(Enum::name).toList())))
                .fetchSet(LOOSE_FILE.SHA256);
    }

    /** @throws Problem 404 when the tray of the batch holds no such file */
    @Transactional(readOnly = true)
    LooseFile get(BatchId batch, UUID id) {
        return db.selectFrom(LOOSE_FILE)
                .where(LOOSE_FILE.ID.eq(id))
                .and(LOOSE_FILE.BATCH_ID.eq(batch.value()))
                .and(LOOSE_FILE.STAGE.eq(LOOSE))
                .fetchOptional(this::read)
                .orElseThrow(() -> Problem.notFound("这份待指认的文件"));
    }

    private LooseFile read(LooseFileRecord r) {
        return new LooseFile(
                r.getId(),
                new BatchId(r.getBatchId()),
                r.getUploadId(),
                new FileId(r.getFileId()),
                r.getSha256(),
                r.getMediaType(),
                r.getSize(),
                LooseFile.Reason.valueOf(r.getReason()),
                r.getSuggestedRow(),
                sealed.open(r.getDataCipher(), place(r.getId()), LooseFile.Said.class));
    }

    private static String place(UUID id) {
        return "loose-file:" + id;
    }
}
