package io.tanshi.enrolment.intake.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Turns cells of the spreadsheet into texts, numbers into their plain digits, dates into months. */
final class CellReader {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(7_000);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(80_000);
    private static final int MOST_DIGITS = 40;

    private final LocalDate epoch;

    CellReader(boolean date1904) {
        this.epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
    }

    /** The columns that a row names, by index; the first of two with the same meaning counts. */
    Map<Integer, Column> headings(RawRow row) {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        new TreeMap<>(row.cells())
                .forEach((index, cell) -> Column.ofHeading(cell.value())
                        .filter(column -> !columns.containsValue(column))
                        .ifPresent(column -> columns.put(index, column)));
        return columns;
    }

    FormCell read(RawRow row, int index, Column column) {
        RawCell cell = row.cells().get(index);
        if (cell == null) {
            return FormCell.EMPTY;
        }
        if (cell.formula()) {
            return FormCell.FORMULA;
        }
        if (cell.value().isEmpty()) {
            return FormCell.EMPTY;
        }
        return cell.isNumber() ? number(cell.value(), column) : new FormCell(cell.value(), FormCell.Nature.TEXT);
    }

    private FormCell number(String value, Column column) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException _) {
            return new FormCell(value, FormCell.Nature.TEXT);
        }
        if (column.kind() == Column.Kind.MONTH && isSerial(number)) {
            return new FormCell(
                    YearMonth.from(epoch.plusDays(number.longValue())).toString(), FormCell.Nature.NUMBER);
        }
        return new FormCell(plain(number, value), FormCell.Nature.NUMBER);
    }

    private static boolean isSerial(BigDecimal number) {
        return number.compareTo(FIRST_SERIAL) > 0 && number.compareTo(LAST_SERIAL) < 0;
    }

    /** A number of absurd size stays as it is written: its plain digits could fill the memory. */
    private static String plain(BigDecimal number, String value) {
        if (number.signum() == 0) {
            return "0";
        }
        boolean absurd =
                Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS;
        return absurd ? value : number.stripTrailingZeros().toPlainString();
    }
}
