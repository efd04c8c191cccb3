package io.tanshi.enrolment.intake.form;

/**
 * One cell as it stands in the sheet.
 *
 * @param found the text, a number in plain digits
 * @param nature what the spreadsheet holds
 */
public record FormCell(String found, Nature nature) {

    /** What a spreadsheet can hold in a cell. */
    public enum Nature {
        EMPTY,
        TEXT,
        NUMBER,
        /** Never evaluated, its cached value is ignored. */
        FORMULA
    }

    static final FormCell EMPTY = new FormCell("", Nature.EMPTY);
    static final FormCell FORMULA = new FormCell("", Nature.FORMULA);

    boolean isBlank() {
        return nature != Nature.FORMULA && found.isBlank();
    }
}
