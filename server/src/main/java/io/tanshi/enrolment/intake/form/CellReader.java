package io.tanshi.enrolment.intake.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** Turns cells of the spreadsheet into texts, numbers into their plain digits, dates into months. */
final class CellReader {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(7_000);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(80_000);

    private final LocalDate epoch;

    CellReader(boolean date1904) {
        this.epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
    }

    /** The columns that a row names, by index. */
    Map<Integer, Column> headings(Row row) {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        row.forEach(cell -> {
            if (cell != null && cell.getType() == CellType.STRING) {
                Column.ofHeading(cell.getText())
                        .filter(column -> !columns.containsValue(column))
                        .ifPresent(column -> columns.put(cell.getColumnIndex(), column));
            }
        });
        return columns;
    }

    FormCell read(Row row, int index, Column column) {
        Cell cell = row.hasCell(index) ? row.getCell(index) : null;
        if (cell == null) {
            return FormCell.EMPTY;
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return FormCell.FORMULA;
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, column);
            case STRING, BOOLEAN, ERROR -> text(cell.getText());
            default -> FormCell.EMPTY;
        };
    }

    private static FormCell text(String text) {
        return text.isEmpty() ? FormCell.EMPTY : new FormCell(text, FormCell.Nature.TEXT);
    }

    private FormCell number(Cell cell, Column column) {
        BigDecimal number = new BigDecimal(cell.getRawValue().strip());
        if (column.kind() == Column.Kind.MONTH && isSerial(number)) {
            return new FormCell(YearMonth.from(epoch.plusDays(number.longValue())).toString(), FormCell.Nature.NUMBER);
        }
        return new FormCell(plain(number), FormCell.Nature.NUMBER);
    }

    private static boolean isSerial(BigDecimal number) {
        return number.compareTo(FIRST_SERIAL) > 0 && number.compareTo(LAST_SERIAL) < 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
