package io.tanshi.enrolment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import io.tanshi.kernel.ResidentId;
import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that concerns the cells of a row. */
final class BatchCheckTest {

    private static final BatchTerms TERMS =
            new BatchTerms("2026-12", LocalDate.of(2026, 12, 19), RuleSet.shipped("deck-2024"));

    @TempDir
    private Path folder;

    private final PackageBuilder builder = new PackageBuilder();
    private final PackageBuilder.Person person = builder.person("李静", PackageBuilder.NUMBER);

    @Test
    void aRightPersonIsAcceptedWithPhotoAndPapers() throws IOException {
        BatchReport report = check();
        assertThat(codes(report)).isEmpty();
        assertThat(report.isAllAccepted()).isTrue();
        RowReport row = report.rows().getFirst();
        assertThat(row.row()).isEqualTo(4);
        assertThat(row.files().photo()).isNotNull();
        assertThat(row.files().papers())
                .containsOnlyKeys(
                        Material.REVIEW_FORM, Material.ID_FRONT, Material.ID_BACK, Material.EDUCATION, Material.WORK);
        assertThat(row.notices()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Column.class,
            names = {"NUMBER", "EMAIL", "CERTIFICATE_NAME", "CERTIFICATE_OBTAINED"},
            mode = EnumSource.Mode.EXCLUDE)
    void anEmptyRequiredCellIsNamed(Column column) throws IOException {
        person.text(column, "");
        assertThat(codes(check())).contains("required-missing:" + column.label());
    }

    @Test
    void anEarlierCertificateNeedsItsNameAndMonth() throws IOException {
        person.text(Column.CERTIFICATE_CATEGORY, "其他中级");
        assertThat(codes(check())).contains("required-missing:证书名称", "required-missing:证书取得时间");
    }

    @ParameterizedTest
    @CsvSource({
        "4403051992070800, id-length",
        "440305920708002, id-length",
        "4403051992070800AX, id-length",
        "99030519920708002X, id-region",
        "44030519920230002X, id-birth-date",
        "440305199207080021, id-checksum",
        "5.00112199601264E+17, id-number-stored-as-number"
    })
    void aWrongNumberHasOneCodeAndIsNeverShownWhole(String number, String code) throws IOException {
        person.text(Column.DOCUMENT_NUMBER, number);
        BatchReport report = check();
        assertThat(codes(report)).containsOnlyOnce(code).doesNotContain("photo-name-mismatch");
        assertThat(report.rows().getFirst().problems())
                .noneMatch(problem -> problem.message().contains(number));
    }

    @Test
    void aRoundedNumberIsExplained() throws IOException {
        person.number(Column.DOCUMENT_NUMBER, "4.40305199207080E+17");
        BatchReport report = check();
        assertThat(codes(report)).containsExactly("id-number-stored-as-number");
        assertThat(report.rows().getFirst().problems().getFirst().fix()).contains("文本");
    }

    @Test
    void theSexMustAgreeWithTheNumber() throws IOException {
        person.text(Column.SEX, "男");
        assertThat(codes(check())).containsExactly("sex-contradicts-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105201201010023", "110105190001010020"})
    void theAgeMustBeInRange(String like) throws IOException {
        String number = like.substring(0, 17) + ResidentId.checkCharacter(like.substring(0, 17));
        person.text(Column.DOCUMENT_NUMBER, number).photoName("李静_" + number + ".jpg");
        assertThat(codes(check())).containsExactly("age-out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "12800001234", "138000012345"})
    void thePhoneMustBeAMobileNumber(String phone) throws IOException {
        person.text(Column.PHONE, phone);
        assertThat(codes(check())).containsExactly("phone-invalid");
    }

    @Test
    void theLevelMustBeOneOfThree() throws IOException {
        person.text(Column.LEVEL, "特级");
        assertThat(codes(check())).containsExactly("level-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10", "2026年10月", "下一期"})
    void theSittingMustBeThatOfTheBatch(String sitting) throws IOException {
        person.text(Column.SITTING, sitting);
        assertThat(codes(check())).containsExactly("sitting-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年12月", "2026/12", "２０２６-１２", "202612", "2026-12-26"})
    void theSittingMayBeWrittenInManyWays(String sitting) throws IOException {
        person.text(Column.SITTING, sitting);
        assertThat(codes(check())).isEmpty();
    }

    @Test
    void whoMeetsNoClauseIsToldByHowMuch() throws IOException {
        person.text(Column.LEVEL, "高级").number(Column.WORK_YEARS, "1");
        BatchReport report = check();
        assertThat(codes(report)).containsExactly("not-eligible");
        assertThat(report.rows().getFirst().problems().getFirst().message()).contains("高级(3)：相关工作应满2年，填报1年，还差1年");
    }

    @Test
    void anUnlistedMajorThatWouldDecideIsANoticeOnly() throws IOException {
        person.text(Column.LEVEL, "中级")
                .text(Column.EDUCATION, "大专")
                .text(Column.MAJOR, "环境监测与控制技术")
                .number(Column.WORK_YEARS, "0");
        BatchReport report = check();
        assertThat(codes(report)).isEmpty();
        assertThat(notices(report)).containsExactly("major-needs-ruling");
    }

    @Test
    void moreYearsOfWorkThanSinceGraduationAreANotice() throws IOException {
        person.text(Column.GRADUATED, "2026-06");
        BatchReport report = check();
        assertThat(codes(report)).isEmpty();
        assertThat(notices(report)).containsExactly("years-implausible");
    }

    @Test
    void theLaterRowOfAPersonIsTheDuplicate() throws IOException {
        builder.person("李静", PackageBuilder.NUMBER).photoName("");
        BatchReport report = check();
        assertThat(report.rows().getFirst().isAccepted()).isTrue();
        assertThat(report.rows().get(1).problems()).extracting(RowProblem::code).containsExactly("duplicate-in-batch");
        assertThat(report.rows().get(1).problems().getFirst().message()).contains("第 4 行");
    }

    @Test
    void aFormulaBlocksAndIsNotAlsoCalledEmpty() throws IOException {
        person.formula(Column.EMPLOYER, "HYPERLINK(\"http://127.0.0.1/\",\"x\")");
        assertThat(codes(check())).containsExactly("spreadsheet-formula");
    }

    @Test
    void whatCanBeSetRightIsSetRightAndTold() throws IOException {
        person.text(Column.DOCUMENT_NUMBER, " ４４０３０５１９９２０７０８００２ｘ　").text(Column.PHONE, "+86 138-0000-1234");
        BatchReport report = check();
        assertThat(codes(report)).isEmpty();
        assertThat(notices(report)).containsExactly("normalised");
        assertThat(report.rows().getFirst().applicant().documentNumber()).isEqualTo(PackageBuilder.NUMBER);
        assertThat(report.rows().getFirst().applicant().row().text(Column.PHONE))
                .isEqualTo("13800001234");
    }

    @ParameterizedTest
    @CsvSource({
        "SEX, F",
        "DOCUMENT_TYPE, 护照",
        "EDUCATION, 小学",
        "WORK_YEARS, 很久",
        "GRADUATED, 去年",
        "CERTIFICATE_CATEGORY, 有"
    })
    void aWordOutsideTheListIsNamed(Column column, String word) throws IOException {
        person.text(column, word);
        assertThat(codes(check())).contains("value-unknown:" + column.label());
    }

    @Test
    void rowsAreToldAsTheyAreChecked() throws IOException {
        builder.person("王芳", "310104198805120027");
        List<String> heard = new ArrayList<>();
        try (PackageReader reader = PackageReader.open(builder.write(folder), PackageLimits.defaults())) {
            new BatchCheck(TERMS, PackageLimits.defaults())
                    .check(reader, (row, done, total) -> heard.add(row.row() + " " + done + "/" + total));
        }
        assertThat(heard).containsExactly("4 1/2", "5 2/2");
    }

    private BatchReport check() throws IOException {
        try (PackageReader reader = PackageReader.open(builder.write(folder), PackageLimits.defaults())) {
            return new BatchCheck(TERMS, PackageLimits.defaults()).check(reader, BatchListener.SILENT);
        }
    }

    private static List<String> codes(BatchReport report) {
        return report.rows().stream()
                .flatMap(row -> row.problems().stream())
                .map(RowProblem::code)
                .toList();
    }

    private static List<String> notices(BatchReport report) {
        return report.rows().stream()
                .flatMap(row -> row.notices().stream())
                .map(Notice::code)
                .toList();
    }
}
