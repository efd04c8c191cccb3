package io.tanshi.enrolment.intake.form;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One data row of the form: the cells as found and their normal forms. */
public final class FormRow {

    private final int number;
    private final Origin origin;
    private final Map<Column, FormCell> cells;
    private final Map<Column, String> normal = new EnumMap<>(Column.class);

    /** A row that is to be checked again, with its cells as they were found. */
    public FormRow(int number, Origin origin, Map<Column, FormCell> cells) {
        this.number = number;
        this.origin = origin;
        this.cells = new EnumMap<>(cells);
        this.cells.forEach((column, cell) -> normal.put(column, CellTexts.normal(column, cell)));
    }

    /** The row number of the worksheet, counted from 1. */
    public int number() {
        return number;
    }

    public String sheet() {
        return origin.sheet();
    }

    public Origin origin() {
        return origin;
    }

    /** Where the row is found, in words. */
    public String where() {
        return origin.where(number);
    }

    /** The same row as that of a workbook among others. */
    public FormRow in(Origin other) {
        return new FormRow(number, other, cells);
    }

    /** The normal form of a cell: half-width, trimmed, one kind of dot in names; empty when nothing stands there. */
    public String text(Column column) {
        return normal.getOrDefault(column, "");
    }

    /** The cell as the institution wrote it. */
    public FormCell cell(Column column) {
        return cells.getOrDefault(column, FormCell.EMPTY);
    }

    public boolean isFormula(Column column) {
        return cell(column).nature() == FormCell.Nature.FORMULA;
    }

    /** Columns whose text had to be brought into its normal form, in the order of the form. */
    public List<Column> normalised() {
        return cells.keySet().stream()
                .filter(column -> cell(column).nature() == FormCell.Nature.TEXT)
                .filter(column -> !cell(column).found().equals(text(column)))
                .filter(column -> column.kind() != Column.Kind.MONTH)
                .toList();
    }

    /** The normal forms of all filled cells by column, for storing and for writing the row again. */
    public Map<Column, String> texts() {
        return Collections.unmodifiableMap(normal);
    }
}
