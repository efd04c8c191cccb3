package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import java.util.List;

/**
 * The registration form.
 *
 * @param entry where it lay in the package
 * @param sheet the worksheet that has the headings
 * @param rows the data rows in order, blank ones left out
 */
public record Form(PackageEntry entry, String sheet, List<FormRow> rows) {
    public Form {
        rows = List.copyOf(rows);
    }

    /** The number of its last row. */
    public int last() {
        return rows.isEmpty() ? 0 : rows.getLast().number();
    }

    /** The same rows as those of one workbook among others, or of the only one. */
    public Form in(String file, int before, boolean amongOthers) {
        Origin origin = new Origin(file, sheet, before, amongOthers);
        return new Form(entry, sheet, rows.stream().map(row -> row.in(origin)).toList());
    }

    /** Whether it is the same workbook, packed twice. */
    public boolean isCopyOf(Form other) {
        return entry.size() == other.entry.size() && entry.crc() == other.entry.crc();
    }
}
