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
}
