package io.tanshi.enrolment.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The activation codes as a list to hand out. */
public final class CodeWorkbook {

    private static final List<String> HEADINGS = List.of("姓名", "证件号码", "级别", "激活码", "有效期至");
    private static final int[] WIDTHS = {12, 24, 8, 22, 14};

    /** One candidate. */
    public record CodeRow(String name, String maskedNumber, String level, String code, String validUntil) {}

    private CodeWorkbook() {}

    public static byte[] of(String sittingName, List<CodeRow> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("激活码");
            sheet.createRow(0).createCell(0).setCellValue(sittingName + " · 考生激活码（一次有效，请当面或单独发给本人）");
            write(sheet.createRow(1), HEADINGS);
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
            for (CodeRow row : rows) {
                write(
                        sheet.createRow(sheet.getLastRowNum() + 1),
                        List.of(row.name(), row.maskedNumber(), row.level(), row.code(), row.validUntil()));
            }
            sheet.createFreezePane(0, 2);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
    }
}
