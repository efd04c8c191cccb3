package io.tanshi.delivery.record;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows of a table that a spreadsheet opens as text: nothing in a cell is taken for a formula. */
final class SafeCsv {

    /** Tells spreadsheets that the text is UTF-8. */
    static final String MARK = "\uFEFF";

    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private SafeCsv() {}

    static String row(Object... cells) {
        return Arrays.stream(cells).map(SafeCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(Object value) {
        String text = String.valueOf(value);
        boolean formula = value instanceof String && !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
