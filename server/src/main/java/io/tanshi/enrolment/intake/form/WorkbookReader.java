package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one workbook, sheet by sheet, until one has the headings. */
final class WorkbookReader {

    private static final int LAST_HEADING_ROW = 30;
    private static final int ENOUGH_HEADINGS = 8;

    /** Twenty thousand rows of usual length have a quarter of it. */
    private static final long MOST_CHARACTERS = 16L << 20;

    private final PackageReader reader;
    private final PackageEntry entry;
    private final int maxRows;

    /**
     * @param reader the workbook, opened as the zip that it is
     * @param entry where the workbook lay in the institution's package, for messages
     */
    WorkbookReader(PackageReader reader, PackageEntry entry, int maxRows) {
        this.reader = reader;
        this.entry = entry;
        this.maxRows = maxRows;
    }

    Form read() throws PackageRefusedException {
        try {
            Workbook workbook = new Workbook(reader);
            CellReader cells = new CellReader(workbook.isDate1904());
            for (Workbook.SheetPart sheet : workbook.sheets()) {
                Optional<Form> form = read(workbook, sheet, cells);
                if (form.isPresent()) {
                    return form.get();
                }
            }
            throw FormRefusals.noHeadings(entry);
        } catch (PackageRefusedException e) {
            throw FormRefusals.inside(entry, e);
        } catch (Markup.DocumentTypeException _) {
            throw FormRefusals.documentType(entry);
        } catch (Markup.TooLargeException _) {
            throw FormRefusals.tooLarge(entry);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            PackageRefusedException refusal = Workbook.otherFormat(reader)
                    .map(found -> FormRefusals.notExcel(entry, found))
                    .orElseGet(() -> FormRefusals.unreadable(entry));
            refusal.initCause(e);
            throw refusal;
        }
    }

    private Optional<Form> read(Workbook workbook, Workbook.SheetPart sheet, CellReader cells) throws IOException {
        try (SheetRows rows = workbook.rows(sheet)) {
            Optional<Map<Integer, Column>> headings = headings(rows, cells);
            if (headings.isEmpty()) {
                return Optional.empty();
            }
            requireAll(headings.get());
            return Optional.of(new Form(entry, sheet.name(), data(sheet, rows, cells, headings.get())));
        }
    }

    private static Optional<Map<Integer, Column>> headings(SheetRows rows, CellReader cells) throws IOException {
        Optional<RawRow> row = rows.next();
        while (row.isPresent() && row.get().number() <= LAST_HEADING_ROW) {
            Map<Integer, Column> columns = cells.headings(row.get());
            if (columns.size() >= ENOUGH_HEADINGS && columns.containsValue(Column.NAME)) {
                return Optional.of(columns);
            }
            row = rows.next();
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

    private List<FormRow> data(
            Workbook.SheetPart sheet, SheetRows rows, CellReader cells, Map<Integer, Column> headings)
            throws IOException {
        List<FormRow> data = new ArrayList<>();
        Origin origin = new Origin(entry.fileName(), sheet.name(), 0, false);
        long characters = 0;
        for (Optional<RawRow> next = rows.next(); next.isPresent(); next = rows.next()) {
            RawRow row = next.get();
            Map<Column, FormCell> found = new EnumMap<>(Column.class);
            headings.forEach((index, column) -> found.put(column, cells.read(row, index, column)));
            if (isBlank(found)) {
                continue;
            }
            if (data.size() >= maxRows) {
                throw FormRefusals.tooManyRows(entry, maxRows);
            }
            characters += found.values().stream()
                    .mapToInt(cell -> cell.found().length())
                    .sum();
            if (characters > MOST_CHARACTERS) {
                throw FormRefusals.tooLarge(entry);
            }
            data.add(new FormRow(row.number(), origin, found));
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
