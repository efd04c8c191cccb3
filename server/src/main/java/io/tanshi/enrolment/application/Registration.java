package io.tanshi.enrolment.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormCell;
import io.tanshi.enrolment.intake.form.FormRow;
import io.tanshi.enrolment.intake.form.Origin;
import io.tanshi.kernel.PhoneNumber;
import io.tanshi.kernel.ResidentId;
import io.tanshi.programme.Level;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an institution wrote about a person in one row of the form. Personal data: stored encrypted only.
 *
 * @param row the row of the worksheet
 * @param qualification what the clauses are judged by; null while the row does not say enough
 * @param notices what the check found worth knowing
 * @param origin the workbook and sheet; null when the row was stored before these were kept
 */
public record Registration(
        int row,
        Map<Column, Entry> cells,
        @Nullable Qualification qualification,
        List<Notice> notices,
        @Nullable Origin origin) {

    /**
     * One cell.
     *
     * @param found as written
     * @param text in its normal form
     */
    public record Entry(String found, String text, FormCell.Nature nature) {}

    private static final Entry EMPTY = new Entry("", "", FormCell.Nature.EMPTY);

    public Registration {
        cells = Collections.unmodifiableMap(new EnumMap<>(cells));
        notices = List.copyOf(notices);
    }

    public static Registration of(RowReport report) {
        Map<Column, Entry> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            FormCell cell = report.applicant().row().cell(column);
            if (cell.nature() != FormCell.Nature.EMPTY) {
                String text = report.applicant().row().text(column);
                cells.put(column, new Entry(cell.found(), text, cell.nature()));
            }
        }
        return new Registration(
                report.row(),
                cells,
                report.applicant().qualification().orElse(null),
                report.notices(),
                report.applicant().row().origin());
    }

    /** The row as it stood in its sheet, for the checks. */
    public FormRow formRow() {
        Map<Column, FormCell> found = new EnumMap<>(Column.class);
        cells.forEach((column, entry) -> found.put(column, new FormCell(entry.found(), entry.nature())));
        return new FormRow(row, origin == null ? new Origin("", "", 0, false) : origin, found);
    }

    /** The place among the rows of all workbooks that came together. */
    public int place() {
        return row + (origin == null ? 0 : origin.before());
    }

    /** Where the row is found, in words. */
    public String where() {
        return origin == null ? "第 " + row + " 行" : origin.where(row);
    }

    public Entry cell(Column column) {
        return cells.getOrDefault(column, EMPTY);
    }

    /** The normal form of a cell, empty when nothing stands there. */
    public String text(Column column) {
        return cell(column).text();
    }

    /** The name, as found when its normal form is empty. */
    @JsonIgnore
    public String name() {
        String normal = text(Column.NAME);
        return normal.isEmpty() ? cell(Column.NAME).found() : normal;
    }

    @JsonIgnore
    public String documentNumber() {
        return text(Column.DOCUMENT_NUMBER);
    }

    @JsonIgnore
    public String maskedDocumentNumber() {
        return ResidentId.mask(documentNumber());
    }

    @JsonIgnore
    public String maskedPhone() {
        return PhoneNumber.mask(text(Column.PHONE));
    }

    @JsonIgnore
    public Optional<Level> level() {
        return Level.ofLabel(text(Column.LEVEL));
    }

    /** Whether both say the same of the person, wherever it stood in the form. */
    public boolean saysTheSameAs(Registration other) {
        for (Column column : Column.values()) {
            if (column != Column.NUMBER && !text(column).equals(other.text(column))) {
                return false;
            }
        }
        return true;
    }

    /** The same row with other texts in some cells, as typed; to be checked again before it is used. */
    public Registration with(Map<Column, String> typed) {
        Map<Column, Entry> changed = new EnumMap<>(Column.class);
        changed.putAll(cells);
        typed.forEach((column, text) -> changed.put(column, new Entry(text, text, FormCell.Nature.TEXT)));
        return new Registration(row, changed, qualification, notices, origin);
    }

    @Override
    public String toString() {
        return "Registration[protected]";
    }
}
