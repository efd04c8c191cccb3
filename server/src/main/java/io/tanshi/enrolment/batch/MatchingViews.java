package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.DocumentKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages for matching and repair receive beside the rows themselves. */
final class MatchingViews {

    private MatchingViews() {}

    /**
     * A file that belongs to no row.
     *
     * @param fileName with every number masked
     * @param kind what its name announces
     * @param picture whether it can be shown small
     * @param suggested the row it is doubtful for, when that is still there
     */
    record LooseFileView(
            UUID id,
            String fileName,
            LooseFile.Reason reason,
            String why,
            long size,
            boolean picture,
            @Nullable DocumentKind kind,
            @Nullable SuggestedRow suggested) {}

    record SuggestedRow(UUID id, int row, String name) {}

    /** What happened to one row when several were put right at once. */
    record SameWritingRow(UUID id, int row, boolean changed, boolean ready, String said) {}

    record SameWritingView(List<SameWritingRow> rows) {}
}
