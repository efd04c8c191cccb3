package io.tanshi.enrolment.intake.form;

/**
 * A cell as the file holds it.
 *
 * @param type of SpreadsheetML: {@code n}, {@code s}, {@code inlineStr}, {@code str}, {@code b}, {@code e}, {@code d}
 * @param value the text, shared strings already looked up
 * @param formula whether a formula stands in it, even one that only says that it belongs to a neighbour's
 */
record RawCell(String type, String value, boolean formula) {

    /** No cell of the form needs more; what is longer is cut here, and its row is refused for it. */
    private static final int LONGEST = 1_000;

    RawCell {
        value = cut(value);
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    boolean isNumber() {
        return type.equals("n");
    }
}
