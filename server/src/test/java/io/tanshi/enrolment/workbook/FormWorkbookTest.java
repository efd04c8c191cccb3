package io.tanshi.enrolment.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.intake.BatchCheck;
import io.tanshi.enrolment.intake.BatchListener;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.UploadedFile;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.programme.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What institutions download to fill in or to put right, and what comes back. */
final class FormWorkbookTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 19);
    private static final RuleSet RULES = RuleSet.shipped(RuleSet.DEFAULT_CODE);

    /** Every fault of the workbook; a formula does not come back, because its cell is left empty. */
    private static final Set<Fault> OF_CELLS = EnumSet.of(
            Fault.REQUIRED_MISSING_NAME,
            Fault.REQUIRED_MISSING_EMPLOYER,
            Fault.ID_LENGTH,
            Fault.ID_REGION,
            Fault.ID_BIRTH_DATE,
            Fault.ID_CHECKSUM,
            Fault.SEX,
            Fault.PHONE,
            Fault.LEVEL,
            Fault.SITTING,
            Fault.NOT_ELIGIBLE,
            Fault.WIDE_ID,
            Fault.LOWER_X,
            Fault.DOTTED_NAME,
            Fault.RARE_NAME);

    @TempDir
    private Path folder;

    @Test
    void theTemplateOffersTheWordsOfTheFormAndKeepsLongNumbers() throws IOException {
        try (XSSFWorkbook template = opened(FormWorkbook.template("绿源", "2026-12"))) {
            Sheet form = template.getSheetAt(0);
            Map<Integer, List<String>> offered = form.getDataValidations().stream()
                    .collect(Collectors.toMap(
                            validation -> validation
                                    .getRegions()
                                    .getCellRangeAddresses()[0]
                                    .getFirstColumn(),
                            FormWorkbookTest::words));
            assertThat(offered)
                    .containsOnlyKeys(ordinals(
                            Column.SEX,
                            Column.DOCUMENT_TYPE,
                            Column.EDUCATION,
                            Column.CERTIFICATE_CATEGORY,
                            Column.LEVEL,
                            Column.SITTING))
                    .containsEntry(Column.SITTING.ordinal(), List.of("2026-12"))
                    .containsEntry(Column.LEVEL.ordinal(), List.of("初级", "中级", "高级"));
            for (Column column : List.of(Column.DOCUMENT_NUMBER, Column.PHONE)) {
                assertThat(form.getColumnStyle(column.ordinal()).getDataFormatString())
                        .isEqualTo("@");
            }
            Sheet instructions = template.getSheet("填表说明");
            assertThat(texts(instructions)).contains("证件号码", "2026-12", "照片");
        }
    }

    @Test
    void eachProblemStandsBesideItsCellAndInTheLastColumn() throws IOException {
        List<FormWorkbook.ProblemRow> rows = faulty(51);
        try (XSSFWorkbook workbook = opened(FormWorkbook.problems("绿源", "2026-12", rows))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(Column.values().length).getStringCellValue())
                    .isEqualTo("问题说明");
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.getRow(3 + i);
                String explained = row.getCell(Column.values().length).getStringCellValue();
                for (var problem : rows.get(i).problems()) {
                    assertThat(explained).contains(problem.message(), problem.fix());
                    Column column = Column.ofHeading(problem.field()).orElse(Column.NAME);
                    Cell cell = row.getCell(column.ordinal());
                    assertThat(cell.getCellComment().getString().getString()).contains(problem.message());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {52, 53, 54})
    void whatComesBackUnchangedSaysTheSameAndHasTheSameProblems(long seed) throws IOException {
        List<FormWorkbook.ProblemRow> rows = faulty(seed);
        byte[] workbook = FormWorkbook.problems("绿源", "2026-12", rows);

        for (byte[] back : List.of(workbook, rewritten(workbook, true), rewritten(workbook, false))) {
            List<RowReport> again = check("问题行.xlsx", back);
            assertThat(again).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                Registration before = rows.get(i).registration();
                assertThat(Registration.of(again.get(i)).saysTheSameAs(before)).isTrue();
                assertThat(cellCodes(again.get(i)))
                        .isEqualTo(rows.get(i).problems().stream()
                                .map(problem -> problem.code())
                                .collect(Collectors.toSet()));
            }
        }
    }

    /** The problems that lie in the cells; a workbook alone brings no papers. */
    private static Set<String> cellCodes(RowReport row) {
        return row.problems().stream()
                .map(problem -> problem.code())
                .filter(code -> !code.startsWith("photo-") && !code.startsWith("material-missing"))
                .collect(Collectors.toSet());
    }

    /** As another program saves it: its texts inline or shared, no styles, no comments. */
    private static byte[] rewritten(byte[] workbook, boolean shared) throws IOException {
        DataFormatter formatter = new DataFormatter();
        try (XSSFWorkbook read = opened(workbook);
                SXSSFWorkbook written = new SXSSFWorkbook(null, 100, false, shared);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Sheet sheet : read) {
                Sheet copy = written.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    Row same = copy.createRow(row.getRowNum());
                    row.forEach(cell ->
                            same.createCell(cell.getColumnIndex()).setCellValue(formatter.formatCellValue(cell)));
                }
            }
            written.write(out);
            return out.toByteArray();
        }
    }

    private List<FormWorkbook.ProblemRow> faulty(long seed) throws IOException {
        Path zip = folder.resolve(seed + ".zip");
        new BatchMaker(new BatchPlan(20, seed, OF_CELLS, PackageShape.USUAL, YearMonth.of(2026, 12), AS_OF, RULES))
                .make(zip);
        return check("报名.zip", Files.readAllBytes(zip)).stream()
                .map(row -> new FormWorkbook.ProblemRow(Registration.of(row), row.problems()))
                .toList();
    }

    private List<RowReport> check(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        SeekableByteChannel channel = Files.newByteChannel(file);
        try (PackageReader reader = UploadedFile.open(name, channel, PackageLimits.defaults())) {
            return new BatchCheck(new BatchTerms("2026-12", AS_OF, RULES), PackageLimits.defaults())
                    .check(reader, BatchListener.SILENT)
                    .rows();
        }
    }

    private static XSSFWorkbook opened(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    private static List<String> words(DataValidation validation) {
        return List.of(validation.getValidationConstraint().getExplicitListValues());
    }

    private static Integer[] ordinals(Column... columns) {
        return List.of(columns).stream().map(Column::ordinal).toArray(Integer[]::new);
    }

    private static String texts(Sheet sheet) {
        StringBuilder texts = new StringBuilder();
        for (Row row : sheet) {
            row.forEach(cell -> texts.append(cell.getStringCellValue()).append('\n'));
        }
        return texts.toString();
    }
}
