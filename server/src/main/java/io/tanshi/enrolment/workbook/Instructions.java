package io.tanshi.enrolment.workbook;

import io.tanshi.enrolment.intake.form.Column;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The second worksheet of the form: how each column is filled in, and how files are named. */
final class Instructions {

    private static final Map<Column, String> HOW = Map.ofEntries(
            Map.entry(Column.NUMBER, "可不填。"),
            Map.entry(Column.NAME, "与身份证一致。少数民族姓名中的间隔号用“·”；生僻字照原样填写。"),
            Map.entry(Column.SEX, "从下拉列表选。应与证件号码第 17 位一致。"),
            Map.entry(Column.DOCUMENT_TYPE, "从下拉列表选。"),
            Map.entry(Column.DOCUMENT_NUMBER, "18 位。本列已设为文本；从别处粘贴时请选“只保留文本”，否则 Excel 会把末三位变成 000。"),
            Map.entry(Column.PHONE, "本人能收到短信的 11 位手机号。"),
            Map.entry(Column.EMAIL, "可不填；填写后可收到邮件通知。"),
            Map.entry(Column.EDUCATION, "从下拉列表选最高学历。"),
            Map.entry(Column.MAJOR, "与学历证书一致。"),
            Map.entry(Column.SCHOOL, "与学历证书一致。"),
            Map.entry(Column.GRADUATED, "年月，例如 2016-06。"),
            Map.entry(Column.EMPLOYER, "现工作单位全称。"),
            Map.entry(Column.POSITION, "现任职务或岗位。"),
            Map.entry(Column.WORK_YEARS, "从事相关工作的年数，例如 3 或 2.5，计算到报名截止日。"),
            Map.entry(Column.CERTIFICATE_CATEGORY, "从下拉列表选已有证书；没有选“无”。"),
            Map.entry(Column.CERTIFICATE_NAME, "已有证书时必填。"),
            Map.entry(Column.CERTIFICATE_OBTAINED, "已有证书时必填，年月，例如 2024-06。"),
            Map.entry(Column.LEVEL, "从下拉列表选。"));

    private static final List<String> FILES = List.of(
            "照片放入“照片+人数”文件夹（如“照片12”），文件名为“姓名_证件号码.jpg”。",
            "照片为蓝底一寸免冠证件照，JPEG 格式，不小于 295×413 像素，宽高比约 0.714。",
            "其他材料放入以“姓名_证件号码”命名的文件夹：报名审核表、身份证正面、身份证反面、学历证书、工作证明；依据已有证书申报的另附其他证明。",
            "把本表和以上文件夹打成一个 ZIP 上传。单元格里请填文字或数字，不要用公式。");

    private final Sheet sheet;
    private final CellStyle bold;
    private final CellStyle wrapped;
    private int at;

    private Instructions(XSSFWorkbook workbook) {
        this.sheet = workbook.createSheet("填表说明");
        sheet.setColumnWidth(0, 20 * 256);
        sheet.setColumnWidth(1, 8 * 256);
        sheet.setColumnWidth(2, 90 * 256);
        XSSFFont font = workbook.createFont();
        font.setBold(true);
        this.bold = workbook.createCellStyle();
        bold.setFont(font);
        this.wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
    }

    static void write(XSSFWorkbook workbook, String sittingCode) {
        Instructions sheet = new Instructions(workbook);
        sheet.row(sheet.bold, "本表只用于 " + sittingCode + " 考期", "", "");
        sheet.row(sheet.bold, "栏目名称", "是否必填", "填法");
        for (Column column : Column.values()) {
            String how = HOW.getOrDefault(column, "固定为 " + sittingCode + "，从下拉列表选。");
            sheet.row(sheet.wrapped, column.label(), column.isRequired() ? "必填" : "选填", how);
        }
        sheet.row(sheet.bold, "照片和材料", "", "");
        FILES.forEach(line -> sheet.row(sheet.wrapped, "", "", line));
    }

    private void row(CellStyle style, String... texts) {
        Row row = sheet.createRow(at++);
        for (int i = 0; i < texts.length; i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(texts[i]);
            cell.setCellStyle(style);
        }
    }
}
