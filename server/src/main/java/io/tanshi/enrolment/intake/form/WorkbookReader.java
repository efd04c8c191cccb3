package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads one workbook, sheet by sheet, until one has the headings. */
final class WorkbookReader {

    private static final int LAST_HEADING_ROW = 30;
    private static final int ENOUGH_HEADINGS = 8;

    private final Path file;
    private final PackageEntry entry;
    private final int maxRows;

    WorkbookReader(Path file, PackageEntry entry, int maxRows) {
        this.file = file;
        this.entry = entry;
        this.maxRows = maxRows;
    }

    Form read() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            CellReader cells = new CellReader(workbook.isDate1904());
            for (Sheet sheet : workbook.getSheets().toList()) {
                Optional<Form> form = read(sheet, cells);
                if (form.isPresent()) {
                    return form.get();
                }
            }
            throw FormRefusals.noHeadings(entry);
        } catch (PackageRefusedException e) {
            throw e;
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            // The reader meets malformed XML with whatever its parser throws.
            throw unreadable(e);
        }
    }

    private PackageRefusedException unreadable(Exception cause) {
        PackageRefusedException refusal = FormRefusals.unreadable(entry);
        refusal.initCause(cause);
        return refusal;
    }

    private Optional<Form> read(Sheet sheet, CellReader cells) throws IOException {
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> rows = stream.iterator();
            Optional<Map<Integer, Column>> headings = headings(rows, cells);
            if (headings.isEmpty()) {
                return Optional.empty();
            }
            requireAll(headings.get());
            return Optional.of(new Form(entry, sheet.getName(), data(sheet, rows, cells, headings.get())));
        }
    }

    private static Optional<Map<Integer, Column>> headings(Iterator<Row> rows, CellReader cells) {
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getRowNum() > LAST_HEADING_ROW) {
                return Optional.empty();
            }
            Map<Integer, Column> columns = cells.headings(row);
            if (columns.size() >= ENOUGH_HEADINGS && columns.containsValue(Column.NAME)) {
                return Optional.of(columns);
            }
        }
        return Optional.empty();
    }

    private void requireAll(Map<Integer, Column> headings) throws PackageRefusedException {
        List<Column> absent = Arrays.stream(Column.values())
                .filter(column -> column.isRequired() && !headings.containsValue(column))
                .toList();
        if (!absent.isEmpty()) {
            throw FormRefusals.columnsMissing(entry, absent);
        }
    }

    private List<FormRow> data(Sheet sheet, Iterator<Row> rows, CellReader cells, Map<Integer, Column> headings)
            throws PackageRefusedException {
        List<FormRow> data = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            Map<Column, FormCell> found = new EnumMap<>(Column.class);
            headings.forEach((index, column) -> found.put(column, cells.read(row, index, column)));
            if (isBlank(found)) {
                continue;
            }
            if (data.size() >= maxRows) {
                throw FormRefusals.tooManyRows(entry, maxRows);
            }
            data.add(new FormRow(row.getRowNum(), sheet.getName(), found));
        }
        if (data.isEmpty()) {
            throw FormRefusals.noRows(entry);
        }
        return data;
    }

    /** A row in which nothing but a running number stands is part of the template, not a person. */
    private static boolean isBlank(Map<Column, FormCell> cells) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey() != Column.NUMBER)
                .allMatch(cell -> cell.getValue().isBlank());
    }
}
