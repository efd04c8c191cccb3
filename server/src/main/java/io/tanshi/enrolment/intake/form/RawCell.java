package io.tanshi.enrolment.intake.form;

/**
 * A cell as the file holds it.
 *
 * @param type of SpreadsheetML: {@code n}, {@code s}, {@code inlineStr}, {@code str}, {@code b}, {@code e}, {@code d}
 * @param value the text, shared strings already looked up
 * @param formula whether a formula stands in it, even one that only says that it belongs to a neighbour's
 */
record RawCell(String type, String value, boolean formula) {

    boolean isNumber() {
        return type.equals("n");
    }
}
