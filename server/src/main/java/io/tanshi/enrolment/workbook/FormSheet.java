package io.tanshi.enrolment.workbook;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.form.Column;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The one worksheet of the form: title, institution, headings, then people. */
final class FormSheet {

    private static final String TITLE = "节能与环保领域岗位能力评测报名申报表";
    private static final Map<Column, List<String>> CHOICES = Map.of(
            Column.SEX, List.of("男", "女"),
            Column.DOCUMENT_TYPE, List.of("居民身份证", "港澳台居民居住证", "外国人永久居留身份证"),
            Column.EDUCATION, List.of("高中", "中专", "大专", "本科", "研究生"),
            Column.CERTIFICATE_CATEGORY, List.of("无", "本系列初级", "本系列中级", "其他中级", "其他高级"),
            Column.LEVEL, List.of("初级", "中级", "高级"));
    private static final Map<Column, Integer> WIDTHS = Map.of(
            Column.NUMBER, 6,
            Column.SEX, 6,
            Column.DOCUMENT_NUMBER, 24,
            Column.PHONE, 15,
            Column.EMPLOYER, 24,
            Column.SCHOOL, 20);
    private static final int EXPLANATION = Column.values().length;

    private final XSSFSheet sheet;
    private final String sittingCode;
    private final CellStyle text;
    private final CellStyle bad;
    private final CellStyle explanation;
    private final Drawing<?> drawing;

    FormSheet(XSSFWorkbook workbook, String institution, String sittingCode, boolean explained) {
        this.sheet = workbook.createSheet("报名申报表");
        this.sittingCode = sittingCode;
        this.text = style(workbook, IndexedColors.AUTOMATIC);
        this.bad = style(workbook, IndexedColors.ROSE);
        this.explanation = style(workbook, IndexedColors.AUTOMATIC);
        explanation.setWrapText(true);
        this.drawing = sheet.createDrawingPatriarch();
        head(workbook, institution, explained);
    }

    // Every column is text, so that the spreadsheet keeps all 18 digits of a number.
    private static CellStyle style(XSSFWorkbook workbook, IndexedColors fill) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        if (fill != IndexedColors.AUTOMATIC) {
            style.setFillForegroundColor(fill.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private void head(XSSFWorkbook workbook, String institution, boolean explained) {
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        CellStyle heading = workbook.createCellStyle();
        heading.setFont(bold);
        heading.setBorderBottom(BorderStyle.THIN);
        Cell title = sheet.createRow(0).createCell(0);
        title.setCellValue(TITLE);
        title.setCellStyle(heading);
        sheet.createRow(1).createCell(0).setCellValue("申报机构：" + institution);
        Row headings = sheet.createRow(2);
        for (Column column : Column.values()) {
            Cell cell = headings.createCell(column.ordinal());
            cell.setCellValue(column.label());
            cell.setCellStyle(heading);
            sheet.setDefaultColumnStyle(column.ordinal(), text);
            sheet.setColumnWidth(column.ordinal(), WIDTHS.getOrDefault(column, 13) * 256);
        }
        if (explained) {
            Cell cell = headings.createCell(EXPLANATION);
            cell.setCellValue("问题说明");
            cell.setCellStyle(heading);
            sheet.setColumnWidth(EXPLANATION, 70 * 256);
        }
        sheet.createFreezePane(2, 3);
    }

    /** Offers the words of the form in the rows from {@code first} up to {@code end}. */
    void prepare(int first, int end) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        CHOICES.forEach((column, words) -> offer(helper, column, words, first, end));
        offer(helper, Column.SITTING, List.of(sittingCode), first, end);
    }

    private void offer(DataValidationHelper helper, Column column, List<String> words, int first, int end) {
        DataValidation offered = helper.createValidation(
                helper.createExplicitListConstraint(words.toArray(String[]::new)),
                new CellRangeAddressList(first, end - 1, column.ordinal(), column.ordinal()));
        offered.setShowErrorBox(true);
        offered.createErrorBox(column.label(), "请从下拉列表中选择：" + String.join("、", words));
        sheet.addValidationData(offered);
    }

    void problemRow(int at, FormWorkbook.ProblemRow problemRow) {
        Row row = sheet.createRow(at);
        Registration registration = problemRow.registration();
        for (Column column : Column.values()) {
            Cell cell = row.createCell(column.ordinal());
            cell.setCellValue(FormWorkbook.text(registration.cell(column)));
            List<RowProblem> own = problemRow.problems().stream()
                    .filter(problem -> problem.field().equals(column.label()))
                    .toList();
            cell.setCellStyle(own.isEmpty() ? text : bad);
            if (!own.isEmpty()) {
                comment(cell, FormWorkbook.words(own));
            }
        }
        List<RowProblem> elsewhere = problemRow.problems().stream()
                .filter(problem -> Column.ofHeading(problem.field()).isEmpty())
                .toList();
        Cell name = row.getCell(Column.NAME.ordinal());
        if (!elsewhere.isEmpty() && name.getCellComment() == null) {
            comment(name, FormWorkbook.words(elsewhere));
        }
        Cell words = row.createCell(EXPLANATION);
        words.setCellValue(FormWorkbook.words(problemRow.problems()));
        words.setCellStyle(explanation);
        row.setHeightInPoints(16f * Math.max(1, problemRow.problems().size()));
    }

    private void comment(Cell cell, String words) {
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 5);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 5);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(words));
        comment.setAuthor("碳师");
        cell.setCellComment(comment);
    }
}
