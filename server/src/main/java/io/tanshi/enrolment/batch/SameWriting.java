package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The same thing written in the same column of several rows: put right once for all of them. */
@Service
class SameWriting {

    /** As many as one request puts right; each of them is checked anew with all its files. */
    static final int MOST = 200;

    /** What is each person's own: the same there is a coincidence or a fault of another kind. */
    private static final Set<Column> OWN =
            EnumSet.of(Column.NUMBER, Column.NAME, Column.DOCUMENT_NUMBER, Column.PHONE, Column.EMAIL);

    private final RowStore rows;
    private final RowDesk desk;

    SameWriting(RowStore rows, RowDesk desk) {
        this.rows = rows;
        this.desk = desk;
    }

    /** How one of the rows came out; {@code said} tells why when it was not changed or is not right yet. */
    record Outcome(UUID row, int number, boolean changed, boolean ready, String said) {}

    /** By column, in how many other rows of the batch the same text is to be put right or could be. */
    Map<Column, Integer> counts(Batch batch, BatchRow row) {
        Map<Column, Integer> counts = new EnumMap<>(Column.class);
        rows.each(batch.id(), Set.of(Stage.CURRENT), other -> {
            if (!other.id().equals(row.id())) {
                same(row, other).forEach(column -> counts.merge(column, 1, Integer::sum));
            }
        });
        return counts;
    }

    private static Set<Column> same(BatchRow row, BatchRow other) {
        Set<Column> same = EnumSet.noneOf(Column.class);
        for (Column column : EnumSet.complementOf(EnumSet.copyOf(OWN))) {
            String found = row.draft().registration().cell(column).found();
            if (isWritten(other, column, found)) {
                same.add(column);
            }
        }
        return same;
    }

    /** An empty cell is the same as another only where something should stand. */
    private static boolean isWritten(BatchRow row, Column column, String found) {
        Registration registration = row.draft().registration();
        return registration.cell(column).found().equals(found) && (!found.isEmpty() || hasProblem(row, column));
    }

    private static boolean hasProblem(BatchRow row, Column column) {
        return row.draft().blocking().stream()
                .anyMatch(problem -> problem.field().equals(column.label()));
    }

    /** Writes {@code typed} wherever the column says {@code found}, each row by itself. */
    List<Outcome> apply(Batch batch, Column column, String found, String typed, CurrentAccount me) {
        List<BatchRow> same = new ArrayList<>();
        if (!OWN.contains(column)) {
            rows.each(batch.id(), Set.of(Stage.CURRENT), row -> {
                if (same.size() < MOST && isWritten(row, column, found)) {
                    same.add(row);
                }
            });
        }
        return same.stream()
                .map(row -> apply(batch, row, column, found, typed, me))
                .toList();
    }

    /** The row is read anew: putting one right may have had it checked again, or somebody was quicker. */
    private Outcome apply(Batch batch, BatchRow seen, Column column, String found, String typed, CurrentAccount me) {
        try {
            BatchRow row = rows.row(batch.id(), seen.id());
            if (!isWritten(row, column, found)) {
                return unchanged(row, "这一行刚被别人改过，没有改动。");
            }
            desk.edit(batch, row.id(), row.version(), Map.of(column, typed), me);
            Draft now = rows.row(batch.id(), row.id()).draft();
            String said = now.isReady() ? "" : now.blocking().getFirst().message();
            return new Outcome(row.id(), row.number(), true, now.isReady(), said);
        } catch (Problem problem) {
            return unchanged(seen, problem.detail());
        }
    }

    private static Outcome unchanged(BatchRow row, String why) {
        return new Outcome(row.id(), row.number(), false, row.draft().isReady(), why);
    }
}
