package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;
import static io.tanshi.enrolment.jooq.Tables.ROW_FILE;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.jooq.tables.records.BatchRowRecord;
import io.tanshi.enrolment.jooq.tables.records.RowFileRecord;
import io.tanshi.files.FileId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of batches with their files. */
@Repository
@Transactional
class RowStore {

    /** Rows that are part of their batch. */
    static final Set<Stage> LIVE = EnumSet.of(Stage.CURRENT, Stage.SKIPPED, Stage.SUBMITTED);

    /** Rows that a person of the batch may be confused with; those of a running check are of one upload at most. */
    static final Set<Stage> SEEN = EnumSet.of(Stage.CHECKING, Stage.CURRENT, Stage.SKIPPED, Stage.SUBMITTED);

    private static final int AT_ONCE = 200;

    private final DSLContext db;
    private final Sealed sealed;

    RowStore(DSLContext db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /** A checked row with its files. */
    record NewRow(BatchRow row, Collection<Document> files) {}

    /** One conversation with the database for all of them. */
    void insert(Collection<NewRow> all) {
        db.batchInsert(all.stream().map(each -> newRecord(each.row())).toList()).execute();
        db.batchInsert(all.stream()
                        .flatMap(each -> fileRecords(each.row().id(), each.files()))
                        .toList())
                .execute();
    }

    private BatchRowRecord newRecord(BatchRow row) {
        BatchRowRecord r = db.newRecord(BATCH_ROW);
        r.setId(row.id());
        r.setBatchId(row.batch().value());
        r.setUploadId(row.upload());
        r.setRowNumber(row.draft().registration().place());
        r.setSheetRow(row.number());
        r.setStage(row.stage().name());
        r.setVersion(1);
        write(r, row);
        return r;
    }

    /**
     * The row has other texts or files.
     *
     * @param files all that it has now
     * @param change by whom; null when an upload has brought what the row lacked
     * @throws Problem when somebody else changed the row since {@code row} was read
     */
    void update(BatchRow row, Collection<Document> files, @Nullable RowChange change) {
        BatchRowRecord r = db.newRecord(BATCH_ROW);
        if (change != null) {
            r.setChangedBy(change.by());
            r.setChangedAt(change.at().atOffset(ZoneOffset.UTC));
        }
        r.setVersion(row.version() + 1);
        r.setStage(row.stage().name());
        write(r, row);
        int updated = db.update(BATCH_ROW)
                .set(r)
                .where(BATCH_ROW.ID.eq(row.id()))
                .and(BATCH_ROW.VERSION.eq(row.version()))
                .execute();
        if (updated == 0) {
            throw Problem.of(EnrolmentError.ROW_CHANGED, "第 " + row.number() + " 行刚刚已被修改。请刷新后再改。");
        }
        db.deleteFrom(ROW_FILE).where(ROW_FILE.ROW_ID.eq(row.id())).execute();
        db.batchInsert(fileRecords(row.id(), files).toList()).execute();
    }

    private void write(BatchRowRecord r, BatchRow row) {
        Draft draft = row.draft();
        String number = draft.registration().documentNumber();
        r.setDocumentIndex(index(number));
        r.setLevel(draft.registration().level().map(Level::name).orElse(null));
        r.setCodes(draft.blocking().stream().map(RowProblem::code).distinct().toArray(String[]::new));
        r.setNoticeCodes(draft.registration().notices().stream()
                .map(Notice::code)
                .distinct()
                .toArray(String[]::new));
        r.setDataCipher(sealed.seal(draft, place(row.id())));
        r.setUpdatesApplication(value(row.updates()));
        r.setApplicationId(value(row.application()));
    }

    private byte @Nullable [] index(String number) {
        return number.isEmpty() ? null : sealed.index(number);
    }

    private Stream<RowFileRecord> fileRecords(UUID row, Collection<Document> files) {
        return files.stream().map(file -> {
            RowFileRecord r = db.newRecord(ROW_FILE);
            r.setRowId(row);
            r.setKind(file.kind().name());
            r.setFileId(file.fileId().value());
            r.setSha256(file.sha256());
            r.setMediaType(file.mediaType());
            r.setSize(file.size());
            return r;
        });
    }

    void stage(Collection<UUID> rows, Stage stage) {
        db.update(BATCH_ROW)
                .set(BATCH_ROW.STAGE, stage.name())
                .set(BATCH_ROW.VERSION, BATCH_ROW.VERSION.plus(1))
                .where(BATCH_ROW.ID.eq(DSL.any(rows.toArray(UUID[]::new))))
                .execute();
    }

    void submitted(UUID row, ApplicationId application) {
        db.update(BATCH_ROW)
                .set(BATCH_ROW.STAGE, Stage.SUBMITTED.name())
                .set(BATCH_ROW.APPLICATION_ID, application.value())
                .set(BATCH_ROW.VERSION, BATCH_ROW.VERSION.plus(1))
                .where(BATCH_ROW.ID.eq(row))
                .execute();
    }

    /**
     * Forgets what an unfinished check has written.
     *
     * @return the files that nothing else uses
     */
    List<FileId> forget(UUID upload) {
        List<FileId> files = new ArrayList<>(LooseStore.forget(db, upload));
        files.addAll(UnfinishedRows.forget(db, upload));
        return files;
    }

    /** A row as the strip draws it, without its data. */
    record Tick(UUID id, int row, Stage stage, List<String> codes, List<String> notices, boolean updates) {}

    @Transactional(readOnly = true)
    List<Tick> ticks(BatchId batch) {
        return ticks(BATCH_ROW.BATCH_ID.eq(batch.value()).and(BATCH_ROW.STAGE.in(names(LIVE))));
    }

    private List<Tick> ticks(Condition condition) {
        return db.select(
                        BATCH_ROW.ID,
                        BATCH_ROW.SHEET_ROW,
                        BATCH_ROW.STAGE,
                        BATCH_ROW.CODES,
                        BATCH_ROW.NOTICE_CODES,
                        BATCH_ROW.UPDATES_APPLICATION)
                .from(BATCH_ROW)
                .where(condition)
                .orderBy(BATCH_ROW.ROW_NUMBER, BATCH_ROW.ID)
                .fetch(r -> new Tick(
                        r.value1(),
                        r.value2(),
                        Stage.valueOf(r.value3()),
                        List.of(r.value4()),
                        List.of(r.value5()),
                        r.value6() != null));
    }

    /** The rows an unfinished check has found so far, from a row number on. */
    @Transactional(readOnly = true)
    List<BatchRow> checking(UUID upload, int afterRow, int limit) {
        return rows(
                BATCH_ROW
                        .UPLOAD_ID
                        .eq(upload)
                        .and(BATCH_ROW.STAGE.eq(Stage.CHECKING.name()))
                        .and(BATCH_ROW.ROW_NUMBER.gt(afterRow)),
                limit);
    }

    @Transactional(readOnly = true)
    int checked(UUID upload) {
        return db.fetchCount(BATCH_ROW, BATCH_ROW.UPLOAD_ID.eq(upload).and(BATCH_ROW.STAGE.eq(Stage.CHECKING.name())));
    }

    @Transactional(readOnly = true)
    List<BatchRow> rows(BatchId batch, Set<Stage> stages) {
        return rows(BATCH_ROW.BATCH_ID.eq(batch.value()).and(BATCH_ROW.STAGE.in(names(stages))));
    }

    /** Has every row of the batch in these stages looked at, without holding all of them. */
    @Transactional(readOnly = true)
    void each(BatchId batch, Set<Stage> stages, Consumer<BatchRow> look) {
        try (Stream<BatchRowRecord> found = db.selectFrom(BATCH_ROW)
                .where(BATCH_ROW.BATCH_ID.eq(batch.value()).and(BATCH_ROW.STAGE.in(names(stages))))
                .orderBy(BATCH_ROW.ROW_NUMBER, BATCH_ROW.ID)
                .fetchSize(AT_ONCE)
                .fetchStream()) {
            found.map(this::row).forEach(look);
        }
    }

    /** The rows of the newest upload whose people are registered already and that say nothing new. */
    @Transactional(readOnly = true)
    List<BatchRow> skipped(UUID upload) {
        return rows(BATCH_ROW
                .UPLOAD_ID
                .eq(upload)
                .and(BATCH_ROW.STAGE.in(names(EnumSet.of(Stage.SKIPPED, Stage.REPLACED)))));
    }

    /** The first rows that still have to be put right. */
    @Transactional(readOnly = true)
    List<BatchRow> blocked(BatchId batch, int limit) {
        return rows(current(batch).and(DSL.cardinality(BATCH_ROW.CODES).gt(0)), limit);
    }

    /** The first rows with something worth knowing. */
    @Transactional(readOnly = true)
    List<BatchRow> noticed(BatchId batch, int limit) {
        return rows(current(batch).and(DSL.cardinality(BATCH_ROW.NOTICE_CODES).gt(0)), limit);
    }

    @Transactional(readOnly = true)
    int countBlocked(BatchId batch) {
        return db.fetchCount(
                BATCH_ROW, current(batch).and(DSL.cardinality(BATCH_ROW.CODES).gt(0)));
    }

    /** The rows that can be submitted. */
    @Transactional(readOnly = true)
    List<UUID> ready(BatchId batch) {
        return ids(current(batch).and(DSL.cardinality(BATCH_ROW.CODES).eq(0)));
    }

    /** The rows that have one of these problems. */
    @Transactional(readOnly = true)
    List<UUID> withProblem(BatchId batch, Set<String> codes) {
        return ids(current(batch).and(DSL.arrayOverlap(BATCH_ROW.CODES, codes.toArray(String[]::new))));
    }

    private static Condition current(BatchId batch) {
        return BATCH_ROW.BATCH_ID.eq(batch.value()).and(BATCH_ROW.STAGE.eq(Stage.CURRENT.name()));
    }

    private List<UUID> ids(Condition condition) {
        return db.select(BATCH_ROW.ID)
                .from(BATCH_ROW)
                .where(condition)
                .orderBy(BATCH_ROW.ROW_NUMBER, BATCH_ROW.ID)
                .fetch(BATCH_ROW.ID);
    }

    /** @throws Problem 404 when the batch has no such row */
    @Transactional(readOnly = true)
    BatchRow row(BatchId batch, UUID id) {
        return rows(BATCH_ROW.ID.eq(id).and(BATCH_ROW.BATCH_ID.eq(batch.value()))).stream()
                .filter(row -> LIVE.contains(row.stage()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这一行"));
    }

    @Transactional(readOnly = true)
    List<BatchRow> rowsOf(Collection<UUID> ids) {
        return rows(BATCH_ROW.ID.in(ids));
    }

    private List<BatchRow> rows(Condition condition) {
        return rows(condition, Integer.MAX_VALUE);
    }

    private List<BatchRow> rows(Condition condition, int limit) {
        return db.selectFrom(BATCH_ROW)
                .where(condition)
                .orderBy(BATCH_ROW.ROW_NUMBER, BATCH_ROW.ID)
                .limit(limit)
                .fetch(this::row);
    }

    @Transactional(readOnly = true)
    Map<DocumentKind, Document> files(UUID row) {
        return files(List.of(row)).getOrDefault(row, Map.of());
    }

    @Transactional(readOnly = true)
    Map<UUID, Map<DocumentKind, Document>> files(Collection<UUID> rows) {
        Map<UUID, Map<DocumentKind, Document>> all = new LinkedHashMap<>();
        db.selectFrom(ROW_FILE)
                .where(ROW_FILE.ROW_ID.in(rows))
                .forEach(r -> all.computeIfAbsent(r.getRowId(), _ -> new EnumMap<>(DocumentKind.class))
                        .put(
                                DocumentKind.valueOf(r.getKind()),
                                new Document(
                                        DocumentKind.valueOf(r.getKind()),
                                        new FileId(r.getFileId()),
                                        r.getSha256(),
                                        r.getMediaType(),
                                        r.getSize())));
        return all;
    }

    /** A row of another person in the batch, but for those to leave out, whose photo has the same bytes. */
    @Transactional(readOnly = true)
    Optional<BatchRow> photoTwin(BatchId batch, String sha256, String documentNumber, Collection<UUID> leftOut) {
        return other(
                batch,
                leftOut,
                differs(documentNumber)
                        .and(BATCH_ROW.ID.in(DSL.select(ROW_FILE.ROW_ID)
                                .from(ROW_FILE)
                                .where(ROW_FILE.SHA256.eq(sha256))
                                .and(ROW_FILE.KIND.eq(DocumentKind.PHOTO.name())))));
    }

    /**
     * A row of the batch, but for those to leave out, with the same document number. One that is submitted is no
     * duplicate: its application says what becomes of the new row.
     */
    @Transactional(readOnly = true)
    Optional<BatchRow> numberTwin(BatchId batch, String documentNumber, Collection<UUID> leftOut) {
        return other(
                batch,
                leftOut,
                BATCH_ROW
                        .DOCUMENT_INDEX
                        .eq(sealed.index(documentNumber))
                        .and(BATCH_ROW.STAGE.ne(Stage.SUBMITTED.name())));
    }

    private Condition differs(String number) {
        return number.isEmpty() ? DSL.noCondition() : BATCH_ROW.DOCUMENT_INDEX.isDistinctFrom(index(number));
    }

    private Optional<BatchRow> other(BatchId batch, Collection<UUID> leftOut, Condition same) {
        Condition seen = BATCH_ROW.BATCH_ID.eq(batch.value()).and(BATCH_ROW.STAGE.in(names(SEEN)));
        return rows(seen.and(BATCH_ROW.ID.notIn(leftOut)).and(same)).stream().findFirst();
    }

    private BatchRow row(BatchRowRecord r) {
        return new BatchRow(
                r.getId(),
                new BatchId(r.getBatchId()),
                r.getUploadId(),
                r.getSheetRow(),
                Stage.valueOf(r.getStage()),
                sealed.open(r.getDataCipher(), place(r.getId()), Draft.class),
                application(r.getUpdatesApplication()),
                application(r.getApplicationId()),
                r.getVersion());
    }

    private static List<String> names(Set<Stage> stages) {
        return stages.stream().map(Enum::name).toList();
    }

    private static String place(UUID id) {
        return "batch-row:" + id;
    }

    private static @Nullable UUID value(@Nullable ApplicationId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable ApplicationId application(@Nullable UUID id) {
        return id == null ? null : new ApplicationId(id);
    }
}
