package io.tanshi.enrolment.checking;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.intake.form.Column;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a report is about: a column of the form, or a photo or paper.
 *
 * @param code for example {@code NAME} or {@code PAPER_PHOTO}
 */
public record Subject(String code, String label) {

    private static final String PAPER = "PAPER_";

    public static Subject of(Column column) {
        return new Subject(column.name(), column.label());
    }

    public static Subject of(DocumentKind kind) {
        return new Subject(PAPER + kind.name(), kind.label());
    }

    /** Empty when no such thing is in an application. */
    public static Optional<Subject> ofCode(String code) {
        if (code.startsWith(PAPER)) {
            return Arrays.stream(DocumentKind.values())
                    .filter(kind -> code.equals(PAPER + kind.name()))
                    .map(Subject::of)
                    .findFirst();
        }
        return Arrays.stream(Column.values())
                .filter(column -> column != Column.NUMBER && column.name().equals(code))
                .map(Subject::of)
                .findFirst();
    }
}
