package io.tanshi.enrolment.workbook;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The registration form as a workbook: empty, with the rows to put right, or with one row to check again. */
public final class FormWorkbook {

    /** Data rows start below title, institution and headings. */
    private static final int FIRST_DATA_ROW = 3;

    private static final int SPARE_ROWS = 2_000;

    /**
     * A row that could not be submitted.
     *
     * @param problems in the order of the check
     */
    public record ProblemRow(Registration registration, List<RowProblem> problems) {}

    private FormWorkbook() {}

    /** The empty form of a sitting. */
    public static byte[] template(String institution, String sittingCode) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            FormSheet sheet = new FormSheet(workbook, institution, sittingCode, false);
            sheet.prepare(FIRST_DATA_ROW, FIRST_DATA_ROW + SPARE_ROWS);
            Instructions.write(workbook, sittingCode);
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same form with the rows to put right, a comment on each cell in question and the last column 问题说明. */
    public static byte[] problems(String institution, String sittingCode, List<ProblemRow> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            FormSheet sheet = new FormSheet(workbook, institution, sittingCode, true);
            int at = FIRST_DATA_ROW;
            for (ProblemRow row : rows) {
                sheet.problemRow(at++, row);
            }
            sheet.prepare(FIRST_DATA_ROW, Math.max(at, FIRST_DATA_ROW + 1));
            Instructions.write(workbook, sittingCode);
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row exactly as it was found, in its place, so that it can be checked again. */
    public static byte[] single(Registration registration) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("报名申报表");
            Row headings = sheet.createRow(0);
            Row data = sheet.createRow(Math.max(1, registration.row() - 1));
            for (Column column : Column.values()) {
                headings.createCell(column.ordinal()).setCellValue(column.label());
                write(data.createCell(column.ordinal()), registration.cell(column));
            }
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Cell cell, Registration.Entry entry) {
        switch (entry.nature()) {
            case EMPTY -> cell.setBlank();
            case TEXT -> cell.setCellValue(entry.found());
            case NUMBER -> writeNumber(cell, entry.found());
            case FORMULA -> cell.setCellFormula("0");
        }
    }

    // A month that the spreadsheet held as a date was read as text, but its nature is still a number.
    private static void writeNumber(Cell cell, String found) {
        try {
            cell.setCellValue(Double.parseDouble(found));
        } catch (NumberFormatException _) {
            cell.setCellValue(found);
        }
    }

    /** The problems of a row in words, numbered when there are several. */
    static String words(List<RowProblem> problems) {
        if (problems.size() == 1) {
            return sentence(problems.getFirst());
        }
        return problems.stream()
                .map(problem -> (problems.indexOf(problem) + 1) + ". " + sentence(problem))
                .collect(Collectors.joining("\n"));
    }

    private static String sentence(RowProblem problem) {
        return problem.field() + "：" + problem.message() + problem.fix();
    }

    /** What stands in a problem row: the institution's own text, never a formula. */
    static String text(Registration.Entry entry) {
        return entry.nature() == FormCell.Nature.FORMULA ? "" : entry.found();
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }
}
