package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.intake.archive.Shown;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormRow;
import io.tanshi.enrolment.intake.form.MonthText;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A row of the form read as a person; each typed view is empty when the cell does not say it.
 *
 * @param row the cells
 */
public record Applicant(FormRow row) {

    /** The name as found, for lists; empty when missing. */
    public String nameAsFound() {
        return row.cell(Column.NAME).found();
    }

    /** The name in its normal form. */
    public String name() {
        return row.text(Column.NAME);
    }

    /** The name as it may stand in a message: in a form whose columns have slipped it is a document number. */
    String shownName() {
        return Shown.text(name());
    }

    /** The document number in its normal form, valid or not. */
    public String documentNumber() {
        return row.text(Column.DOCUMENT_NUMBER);
    }

    public Optional<Level> level() {
        return Level.ofLabel(row.text(Column.LEVEL));
    }

    public Optional<Education> education() {
        return FieldWords.education(row.text(Column.EDUCATION));
    }

    /** Months of related work. */
    public Optional<Integer> workMonths() {
        return FieldWords.months(row.text(Column.WORK_YEARS));
    }

    public Optional<YearMonth> graduated() {
        return MonthText.read(row.text(Column.GRADUATED));
    }

    /** The month of the certificate held already. */
    public Optional<YearMonth> certificateObtained() {
        return MonthText.read(row.text(Column.CERTIFICATE_OBTAINED));
    }

    /** The kind of certificate held already. */
    public Optional<CertificateCategory> certificateCategory() {
        return CertificateCategory.ofLabel(row.text(Column.CERTIFICATE_CATEGORY));
    }

    /** What the eligibility rules want to know; empty while a needed cell is missing or unreadable. */
    public Optional<Qualification> qualification() {
        Optional<Education> education = education();
        Optional<Integer> months = workMonths();
        Optional<CertificateCategory> category = certificateCategory();
        String major = row.text(Column.MAJOR);
        if (education.isEmpty() || months.isEmpty() || category.isEmpty() || major.isEmpty()) {
            return Optional.empty();
        }
        if (category.get() == CertificateCategory.NONE) {
            return Optional.of(new Qualification(education.get(), major, months.get(), null));
        }
        return certificateObtained()
                .map(since -> new Qualification(
                        education.get(), major, months.get(), category.get().held(since)));
    }
}
