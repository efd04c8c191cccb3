package io.tanshi.enrolment.intake.form;

import io.tanshi.kernel.PersonName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The normal form of what people type into the form. */
final class CellTexts {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}]");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}'’‘`\\-‐–—_]+");
    private static final Pattern COUNTRY_CODE = Pattern.compile("^(\\+|00)?86(?=1[0-9]{10}$)");

    private CellTexts() {}

    static String normal(Column column, FormCell cell) {
        String visible = INVISIBLE.matcher(cell.found()).replaceAll("");
        return switch (column.kind()) {
            case TEXT -> EDGES.matcher(visible).replaceAll("");
            case NAME -> PersonName.normalise(visible);
            case WORD -> BLANKS.matcher(narrow(visible)).replaceAll("");
            case MONTH ->
                MonthText.read(narrow(visible))
                        .map(Object::toString)
                        .orElseGet(() -> BLANKS.matcher(narrow(visible)).replaceAll(""));
            case DOCUMENT -> SEPARATORS.matcher(narrow(visible)).replaceAll("").toUpperCase(Locale.ROOT);
            case PHONE ->
                COUNTRY_CODE
                        .matcher(SEPARATORS.matcher(narrow(visible)).replaceAll(""))
                        .replaceAll("");
        };
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
