package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.batch.MatchingViews.LooseFileView;
import io.tanshi.enrolment.batch.MatchingViews.SuggestedRow;
import io.tanshi.enrolment.intake.archive.Shown;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the tray of files that belong to no row. */
@Component
@Transactional(readOnly = true)
class MatchingPages {

    private final LooseStore loose;
    private final RowStore rows;

    MatchingPages(LooseStore loose, RowStore rows) {
        this.loose = loose;
        this.rows = rows;
    }

    List<LooseFileView> tray(Batch batch) {
        List<LooseFile> files = loose.of(batch.id());
        Map<UUID, BatchRow> suggested =
                rows
                        .rowsOf(files.stream()
                                .map(LooseFile::suggestedRow)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .filter(row -> RowStore.LIVE.contains(row.stage()))
                        .collect(Collectors.toMap(BatchRow::id, Function.identity()));
        return files.stream().map(file -> view(file, suggested)).toList();
    }

    private static LooseFileView view(LooseFile file, Map<UUID, BatchRow> rows) {
        UUID suggested = file.suggestedRow();
        return new LooseFileView(
                file.id(),
                Shown.text(file.fileName()),
                file.reason(),
                file.reason().label(),
                file.size(),
                file.mediaType().startsWith("image/"),
                file.said().kind(),
                suggested == null ? null : suggested(rows.get(suggested)));
    }

    private static @Nullable SuggestedRow suggested(@Nullable BatchRow row) {
        return row == null
                ? null
                : new SuggestedRow(
                        row.id(), row.number(), row.draft().registration().name());
    }
}
