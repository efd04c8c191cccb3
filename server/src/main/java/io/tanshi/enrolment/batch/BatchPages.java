package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.batch.BatchViews.BatchCounts;
import io.tanshi.enrolment.batch.BatchViews.BatchListEntry;
import io.tanshi.enrolment.batch.BatchViews.BatchNotice;
import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.BatchViews.BatchView;
import io.tanshi.enrolment.batch.BatchViews.CellText;
import io.tanshi.enrolment.batch.BatchViews.CheckProgress;
import io.tanshi.enrolment.batch.BatchViews.CheckedRow;
import io.tanshi.enrolment.batch.BatchViews.RepairGroup;
import io.tanshi.enrolment.batch.BatchViews.RowTexts;
import io.tanshi.enrolment.batch.BatchViews.RowTick;
import io.tanshi.enrolment.batch.BatchViews.TickMark;
import io.tanshi.enrolment.batch.BatchViews.UploadView;
import io.tanshi.enrolment.batch.DryRunViews.LearningView;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.transfer.Transfers;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.PageView;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes what the institution sees of its batches. */
@Component
@Transactional(readOnly = true)
class BatchPages {

    private static final int MOST_NOTICES = 200;

    /** What a page that asks late has missed comes with its next questions. */
    private static final int ROWS_AT_ONCE = 500;

    private final BatchStore batches;
    private final UploadStore uploads;
    private final RowStore rows;
    private final RowChanges changes;
    private final LooseStore loose;
    private final SameWriting sameWriting;
    private final SharedNumbers sharedNumbers;
    private final LearningOutlooks learning;
    private final Sittings sittings;
    private final Transfers transfers;
    private final CheckBoard board;
    private final Clock clock;

    BatchPages(
            CheckRunner.Stores stores,
            RowChanges changes,
            LooseStore loose,
            SameWriting sameWriting,
            SharedNumbers sharedNumbers,
            LearningOutlooks learning,
            Sittings sittings,
            Transfers transfers,
            CheckBoard board,
            Clock clock) {
        this.batches = stores.batches();
        this.uploads = stores.uploads();
        this.rows = stores.rows();
        this.changes = changes;
        this.loose = loose;
        this.sameWriting = sameWriting;
        this.sharedNumbers = sharedNumbers;
        this.learning = learning;
        this.sittings = sittings;
        this.transfers = transfers;
        this.board = board;
        this.clock = clock;
    }

    List<BatchListEntry> list(InstitutionId institution) {
        List<Batch> all = batches.ofInstitution(institution);
        List<BatchId> ids = all.stream().map(Batch::id).toList();
        Map<UUID, Upload> latest = uploads.latest(ids);
        return all.stream()
                .map(batch -> {
                    Sitting sitting = sittings.get(batch.sitting());
                    return new BatchListEntry(
                            batch.id().value(),
                            batch.number(),
                            sitting.id().value(),
                            sitting.code(),
                            sitting.name(),
                            time(batch.createdAt()),
                            BatchCounts.of(Counts.of(
                                    rows.ticks(batch.id()),
                                    latest.get(batch.id().value()))),
                            upload(latest.get(batch.id().value())));
                })
                .toList();
    }

    BatchView view(Batch batch) {
        Sitting sitting = sittings.get(batch.sitting());
        Upload upload = uploads.latest(batch.id()).orElse(null);
        List<RowStore.Tick> ticks = rows.ticks(batch.id());
        return new BatchView(
                batch.id().value(),
                batch.number(),
                sitting.id().value(),
                sitting.code(),
                sitting.name(),
                sitting.registrationOpen(clock.instant()),
                time(batch.createdAt()),
                upload(upload),
                transfers.ofBatch(batch.id().value()).size(),
                BatchCounts.of(Counts.of(ticks, upload)),
                ticks.stream().map(t -> new RowTick(t.id(), t.row(), mark(t))).toList(),
                groups(ticks),
                notices(batch, upload),
                loose.count(batch.id()),
                learning.of(sitting).map(LearningView::of).orElse(null));
    }

    static TickMark mark(RowStore.Tick tick) {
        if (tick.stage() == Stage.SUBMITTED || tick.stage() == Stage.SKIPPED) {
            return TickMark.DONE;
        }
        if (!tick.codes().isEmpty()) {
            return TickMark.BLOCKED;
        }
        return tick.notices().isEmpty() ? TickMark.READY : TickMark.NOTICE;
    }

    private static List<RepairGroup> groups(List<RowStore.Tick> ticks) {
        Map<RepairAction, Integer> sizes = new EnumMap<>(RepairAction.class);
        ticks.stream()
                .filter(tick -> mark(tick) == TickMark.BLOCKED)
                .forEach(tick ->
                        RepairAction.first(tick.codes()).ifPresent(action -> sizes.merge(action, 1, Integer::sum)));
        return sizes.entrySet().stream()
                .map(e -> new RepairGroup(
                        e.getKey(),
                        e.getKey().label(),
                        e.getKey().about(),
                        e.getKey().how(),
                        e.getValue()))
                .toList();
    }

    private List<BatchNotice> notices(Batch batch, @Nullable Upload upload) {
        List<BatchNotice> all = new ArrayList<>();
        if (upload != null) {
            upload.notices().forEach(notice -> all.add(BatchNotice.of(notice)));
        }
        SharedNumbers.Files shared = sharedNumbers.of(batch);
        rows.noticed(batch.id(), MOST_NOTICES).stream()
                .flatMap(row -> row.draft().registration().notices().stream()
                        .map(notice -> BatchNotice.of(notice, RowViews.origin(row, shared))))
                .limit(MOST_NOTICES)
                .forEach(all::add);
        return all;
    }

    CheckProgress progress(Batch batch, int afterRow) {
        Upload upload = uploads.latest(batch.id()).orElse(null);
        if (upload == null) {
            return new CheckProgress(null, Upload.State.CHECKED, 0, 0, 0, 0, List.of());
        }
        List<CheckedRow> found = upload.state() == Upload.State.CHECKING
                ? rows.checking(upload.id(), afterRow, ROWS_AT_ONCE).stream()
                        .map(BatchPages::checked)
                        .toList()
                : List.of();
        CheckBoard.FileCount files = board.of(upload.id()).orElse(new CheckBoard.FileCount(0, 0));
        return new CheckProgress(
                upload.id(), upload.state(), done(upload), upload.rowsTotal(), files.done(), files.total(), found);
    }

    private static CheckedRow checked(BatchRow row) {
        Draft draft = row.draft();
        TickMark mark = !draft.isReady()
                ? TickMark.BLOCKED
                : draft.registration().notices().isEmpty() ? TickMark.READY : TickMark.NOTICE;
        String words = draft.isReady() ? "可提交" : draft.blocking().getFirst().message();
        return new CheckedRow(
                draft.registration().place(),
                row.number(),
                draft.registration().name(),
                draft.registration().maskedDocumentNumber(),
                mark,
                words);
    }

    /** The rows that are to be put right, or all of them; of one group when {@code action} is given. */
    PageView<BatchRowView> rows(Batch batch, boolean blockedOnly, @Nullable RepairAction action, int page, int size) {
        List<UUID> ids = rows.ticks(batch.id()).stream()
                .filter(tick -> !blockedOnly || mark(tick) == TickMark.BLOCKED)
                .filter(tick -> action == null
                        || RepairAction.first(tick.codes())
                                .filter(action::equals)
                                .isPresent())
                .map(RowStore.Tick::id)
                .toList();
        List<UUID> shown = ids.stream().skip((long) page * size).limit(size).toList();
        return new PageView<>(rows(batch, shown), ids.size(), page, size);
    }

    List<BatchRowView> rows(Batch batch, Collection<UUID> ids) {
        var files = rows.files(ids);
        List<Notice> impossible = impossible(sittings.get(batch.sitting()));
        SharedNumbers.Files shared = sharedNumbers.of(batch);
        return rows.rowsOf(ids).stream()
                .map(row -> RowViews.of(row, files.getOrDefault(row.id(), Map.of()), impossible, shared))
                .toList();
    }

    /** When nobody can finish the course in time any more, every row says so. */
    private List<Notice> impossible(Sitting sitting) {
        return learning.of(sitting)
                .filter(outlook -> !outlook.possible())
                .map(outlook -> List.of(new Notice(null, "learning-impossible", outlook.words())))
                .orElse(List.of());
    }

    BatchRowView row(Batch batch, UUID id) {
        return rows(batch, List.of(rows.row(batch.id(), id).id())).getFirst();
    }

    RowTexts texts(Batch batch, UUID id) {
        BatchRow row = rows.row(batch.id(), id);
        Map<Column, Integer> same = sameWriting.counts(batch, row);
        List<CellText> cells = Arrays.stream(Column.values())
                .filter(column -> column != Column.NUMBER)
                .map(column -> new CellText(
                        column.name(),
                        column.label(),
                        row.draft().registration().cell(column).found(),
                        column.isRequired(),
                        same.getOrDefault(column, 0)))
                .toList();
        RowChange change = changes.last(id).orElse(null);
        return new RowTexts(
                row.id(),
                row.version(),
                cells,
                change == null ? null : change.by(),
                change == null ? null : time(change.at()));
    }

    private int done(Upload upload) {
        Integer total = upload.rowsTotal();
        return upload.state() == Upload.State.CHECKING ? rows.checked(upload.id()) : total == null ? 0 : total;
    }

    private @Nullable UploadView upload(@Nullable Upload upload) {
        if (upload == null) {
            return null;
        }
        Instant checkedAt = upload.checkedAt();
        return new UploadView(
                upload.id(),
                upload.fileName(),
                upload.size(),
                upload.kind(),
                upload.state(),
                time(upload.uploadedAt()),
                checkedAt == null ? null : time(checkedAt),
                upload.checkMillis(),
                done(upload),
                upload.rowsTotal(),
                BatchViews.refusal(upload.refusal()),
                upload.parts().stream().map(BatchViews::part).toList());
    }

    private OffsetDateTime time(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
