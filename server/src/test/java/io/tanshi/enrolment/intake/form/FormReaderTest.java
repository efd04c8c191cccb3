package io.tanshi.enrolment.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.intake.BadFiles;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as institutions really save them, most written by POI as Excel would. */
final class FormReaderTest {

    private static final PackageLimits LIMITS = new PackageLimits(512L << 20, 1000, 100L << 20, 200, 50);

    @TempDir
    private Path folder;

    private final PackageBuilder builder = new PackageBuilder();

    @Test
    void headingsMayCarryBlanksBreaksStarsAndRemarks() throws IOException {
        builder.headings(label -> " *" + label.charAt(0) + " \n" + label.substring(1) + "（必填）");
        builder.person("李静", PackageBuilder.NUMBER);
        assertThat(read().rows().getFirst().text(Column.PHONE)).isEqualTo("13800001234");
    }

    @Test
    void otherWordsForAHeadingAreUnderstood() throws IOException {
        builder.headings(label -> switch (label) {
            case "证件号码" -> "身份证号";
            case "手机号" -> "联系电话";
            case "从事相关工作年限" -> "工作年限";
            default -> label;
        });
        builder.person("李静", PackageBuilder.NUMBER);
        assertThat(read().rows().getFirst().text(Column.DOCUMENT_NUMBER)).isEqualTo(PackageBuilder.NUMBER);
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        builder.headings(label -> label.equals("手机号") ? "备注" : label);
        builder.person("李静", PackageBuilder.NUMBER);
        assertThat(refusal().code()).isEqualTo("form-columns");
        assertThat(refusal().words()).contains("手机号");
    }

    @Test
    void anEmptyFormIsRefused() throws IOException {
        assertThat(refusal().code()).isEqualTo("form-empty");
    }

    @Test
    void aPackageWithoutFormIsRefused() throws IOException {
        builder.withoutForm().file("说明.txt", new byte[1]);
        assertThat(refusal().code()).isEqualTo("form-missing");
    }

    @Test
    void aWorkbookOf1997IsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("报名申报表");
            workbook.write(bytes);
        }
        builder.withoutForm().file("报名申报表.xls", bytes.toByteArray());
        assertThat(refusal().code()).isEqualTo("form-xls");
        builder.file("报名申报表.xlsx", bytes.toByteArray());
        assertThat(refusal().code()).as("only its ending was changed").isEqualTo("form-xls");
    }

    @Test
    void anEncryptedWorkbookIsRefused() throws Exception {
        builder.withoutForm().file("报名申报表.xlsx", encrypted());
        assertThat(refusal().code()).isEqualTo("form-encrypted");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        builder.withoutForm().file("报名申报表.xlsx", "hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal().code()).isEqualTo("form-unreadable");
        builder.file("报名申报表.xlsx", new byte[0]);
        assertThat(refusal().code()).isEqualTo("form-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void aTableOfTextIsRefusedInItsOwnWords(String charset) throws IOException {
        byte[] table = "序号,姓名,证件号码\r\n1,李静,44030519920708002X\r\n".getBytes(charset);
        builder.withoutForm().file("报名申报表.csv", table);
        assertThat(refusal().code()).isEqualTo("form-not-excel");
        assertThat(refusal().words()).contains("报名申报表.csv", "逗号分隔的文本");
        builder.file("报名申报表.xlsx", table);
        assertThat(refusal().code()).as("only its ending was changed").isEqualTo("form-not-excel");
        assertThat(refusal().words()).contains("报名申报表.xlsx", "逗号分隔的文本");
    }

    @Test
    void aWorkbookWithoutTheHeadingsIsRefused() throws IOException {
        builder.withoutForm()
                .file(
                        "报名申报表.xlsx",
                        workbook(sheet -> sheet.createRow(0).createCell(0).setCellValue("x")));
        assertThat(refusal().code()).isEqualTo("form-headings");
    }

    @Test
    void tooManyRowsAreRefusedWithTheLimit() throws IOException {
        for (int i = 0; i < 51; i++) {
            builder.person("李静", PackageBuilder.NUMBER).photoName("");
        }
        assertThat(refusal().code()).isEqualTo("too-many-rows");
        assertThat(refusal().words()).contains("50");
    }

    @Test
    void theRightSheetIsFoundAmongOthersAndItsCellsAreRead() throws IOException {
        builder.withoutForm().file("资料/2026报名.xlsx", workbook(sheet -> {
            Row row = filled(sheet, 6);
            row.createCell(Column.PHONE.ordinal()).setCellValue(13800001234d);
            row.createCell(Column.WORK_YEARS.ordinal()).setCellValue(2.5);
            date(row.createCell(Column.GRADUATED.ordinal()), LocalDate.of(2016, 6, 1));
            date(row.createCell(Column.SITTING.ordinal()), LocalDate.of(2026, 12, 1));
        }));
        FormRow row = read().rows().getFirst();
        assertThat(row.sheet()).isEqualTo("名单");
        assertThat(row.number()).isEqualTo(7);
        assertThat(row.text(Column.PHONE)).isEqualTo("13800001234");
        assertThat(row.text(Column.WORK_YEARS)).isEqualTo("2.5");
        assertThat(row.text(Column.GRADUATED)).isEqualTo("2016-06");
        assertThat(row.text(Column.SITTING)).isEqualTo("2026-12");
    }

    @Test
    void formulasOfEveryKindAreSeenAndNeverRead() throws IOException {
        builder.withoutForm().file("报名申报表.xlsx", workbook(sheet -> {
            Row row = filled(sheet, 4);
            row.createCell(Column.EMPLOYER.ordinal()).setCellFormula("1+1");
            row.createCell(Column.SCHOOL.ordinal()).setCellFormula("\"某大学\"");
            sheet.setArrayFormula("1+1", new CellRangeAddress(4, 4, Column.MAJOR.ordinal(), Column.MAJOR.ordinal()));
        }));
        FormRow row = read().rows().getFirst();
        assertThat(row.isFormula(Column.EMPLOYER)).isTrue();
        assertThat(row.isFormula(Column.SCHOOL)).isTrue();
        assertThat(row.isFormula(Column.MAJOR)).isTrue();
        assertThat(row.text(Column.EMPLOYER)).isEmpty();
    }

    @Test
    void aCellThatOnlySharesItsNeighboursFormulaIsAFormula() throws IOException {
        change(xml -> replaceCell(xml, Column.EMPLOYER, "<c r=\"L4\"><f t=\"shared\" si=\"0\"/><v>2</v></c>"));
        assertThat(read().rows().getFirst().isFormula(Column.EMPLOYER)).isTrue();
    }

    @Test
    void isoDatesRunsReadingsAndCellsWithoutAddressAreRead() throws IOException {
        change(xml -> replaceCell(
                        replaceCell(xml, Column.GRADUATED, "<c r=\"K4\" t=\"d\"><v>2016-06-30T00:00:00</v></c>"),
                        Column.NAME,
                        "<c r=\"B4\" t=\"inlineStr\"><is><r><t>李</t></r><r><t>静</t></r><rPh sb=\"0\" eb=\"1\"><t>LI</t></rPh></is></c>")
                .replace(" r=\"C4\"", ""));
        FormRow row = read().rows().getFirst();
        assertThat(row.text(Column.NAME)).isEqualTo("李静");
        assertThat(row.text(Column.SEX)).isEqualTo("女");
        assertThat(row.text(Column.GRADUATED)).isEqualTo("2016-06");
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        change(xml -> xml.replace("?>\n", "?>\n<!DOCTYPE worksheet [<!ENTITY x \"boom\">]>")
                .replace("某热电有限公司", "&x;"));
        assertThat(refusal().code()).isEqualTo("form-unsafe");
    }

    @Test
    void whatTheParserWouldCollectInMemoryEndsTheReading() throws IOException {
        String noise = BadFiles.noise(400_000);
        for (String bomb : List.of(
                "<c r=\"B4\" t=\"inlineStr\"><is><t>" + noise + "</t></is></c>",
                "<c r=\"B4\" t=\"inlineStr\"><is><t><![CDATA[" + noise.replace('q', '<') + "]]></t></is></c>",
                "<!-- " + noise.replace('q', '<') + " -->",
                "<?x " + noise.replace('q', '<') + "?>",
                "<c r=\"B4\" t=\"" + noise + "\"/>",
                names(noise))) {
            change(xml -> replaceCell(xml, Column.NAME, bomb));
            assertThat(refusal().code()).as(bomb.substring(0, 30)).isEqualTo("form-too-large");
        }
    }

    private static String names(String noise) {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            elements.append('<').append(noise, i * 10, i * 10 + 10).append("/>");
        }
        return elements.toString();
    }

    @Test
    void elementsWithoutEndAreRefused() throws IOException {
        change(xml -> replaceCell(xml, Column.NAME, "<x>".repeat(100) + "</x>".repeat(100)));
        assertThat(refusal().code()).isEqualTo("form-unreadable");
    }

    @Test
    void aLongTextIsCutAndCommentsAreHarmless() throws IOException {
        change(xml -> replaceCell(
                        xml,
                        Column.EMPLOYER,
                        "<c r=\"L4\" t=\"inlineStr\"><is><t>" + "长".repeat(30_000) + "</t></is></c>")
                .replace("<sheetData>", "<!-- a < b --><sheetData>"));
        assertThat(read().rows().getFirst().text(Column.EMPLOYER)).hasSize(1_000);
    }

    @Test
    void ofTwoFormsTheHigherOneCountsAndOfTwoEqualsBoth() throws IOException {
        PackageBuilder other = new PackageBuilder();
        other.person("王芳", "11010119900307002X");
        builder.person("李静", PackageBuilder.NUMBER);
        builder.file("学员资料/王芳/报名申报表.xlsx", other.form());
        assertThat(read().rows().getFirst().text(Column.NAME)).isEqualTo("李静");

        builder.file("报名申报表 - 副本.xlsx", builder.form());
        assertThat(read().rows()).as("a copy with the same bytes").hasSize(1);

        builder.file("报名申报表 (2).xlsx", other.form());
        assertThat(readAll())
                .flatExtracting(Form::rows)
                .extracting(row -> row.text(Column.NAME))
                .containsExactlyInAnyOrder("李静", "王芳");
    }

    @Test
    void aDamagedFormDoesNotLetAnotherWorkbookTakeItsPlace() throws IOException {
        PackageBuilder other = new PackageBuilder();
        other.person("王芳", "11010119900307002X");
        builder.withoutForm()
                .file("报名申报表.xlsx", "PK\u0003\u0004 cut off".getBytes(StandardCharsets.ISO_8859_1))
                .file("旧名单.xlsx", other.form());
        assertThat(refusal().code()).isEqualTo("form-unreadable");
    }

    @Test
    void aNumberOfAbsurdSizeIsNotWrittenOut() throws IOException {
        change(xml -> replaceCell(xml, Column.PHONE, "<c r=\"F4\"><v>1E999999999</v></c>"));
        assertThat(read().rows().getFirst().text(Column.PHONE)).isEqualTo("1E999999999");
    }

    @Test
    void rowsWithNothingButARunningNumberAreNoPeople() throws IOException {
        builder.withoutForm().file("报名申报表.xlsx", workbook(sheet -> {
            filled(sheet, 4);
            sheet.createRow(5).createCell(0).setCellValue(2);
            sheet.createRow(6).createCell(0).setCellValue("填表说明：……");
            filled(sheet, 9);
        }));
        assertThat(read().rows()).extracting(FormRow::number).containsExactly(5, 10);
    }

    private void change(UnaryOperator<String> change) throws IOException {
        PackageBuilder form = new PackageBuilder();
        form.person("李静", PackageBuilder.NUMBER);
        builder.withoutForm().file("报名申报表.xlsx", form.form(change));
    }

    private static String replaceCell(String xml, Column column, String cell) {
        String address = (char) ('A' + column.ordinal()) + "4";
        return xml.replaceFirst("<c r=\"" + address + "\".*?</c>", cell);
    }

    private Form read() throws IOException {
        return readAll().getFirst();
    }

    private List<Form> readAll() throws IOException {
        try (PackageReader reader = PackageReader.open(builder.write(folder), LIMITS)) {
            return new FormReader(reader, LIMITS).read();
        }
    }

    private PackageRefusedException refusal() throws IOException {
        try {
            read();
        } catch (PackageRefusedException e) {
            return e;
        }
        throw new AssertionError("The form was taken");
    }

    private interface Filling {
        void fill(Sheet sheet);
    }

    /** A workbook with a cover sheet, the headings in row 4 of the second sheet, and what the test adds. */
    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("请逐行填写");
            Sheet sheet = workbook.createSheet("名单");
            filling.fill(sheet);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static Row filled(Sheet sheet, int index) {
        Row headings = sheet.createRow(3);
        Row row = sheet.createRow(index);
        for (Column column : Column.values()) {
            headings.createCell(column.ordinal()).setCellValue(column.label());
            row.createCell(column.ordinal()).setCellValue("x");
        }
        return row;
    }

    private static void date(Cell cell, LocalDate day) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat("yyyy-mm"));
        cell.setCellValue(day);
        cell.setCellStyle(style);
    }

    private byte[] encrypted() throws Exception {
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = info.getEncryptor();
        encryptor.confirmPassword("secret");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path plain = folder.resolve("plain.xlsx");
        Files.write(plain, new PackageBuilder().form());
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            try (OPCPackage opc = open(plain);
                    OutputStream out = encryptor.getDataStream(container)) {
                opc.save(out);
            }
            container.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static OPCPackage open(Path file) throws InvalidFormatException {
        return OPCPackage.open(file.toFile(), PackageAccess.READ_WRITE);
    }
}
