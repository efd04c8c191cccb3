package io.tanshi.enrolment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.programme.RuleSet;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that concerns the photo, the papers and the package as a whole. */
final class BatchFilesTest {

    private static final BatchTerms TERMS =
            new BatchTerms("2026-12", LocalDate.of(2026, 12, 19), RuleSet.shipped("deck-2024"));
    private static final String OTHER_NUMBER = "310104198805120027";

    @TempDir
    private Path folder;

    private final PackageBuilder builder = new PackageBuilder();
    private final PackageBuilder.Person person = builder.person("李静", PackageBuilder.NUMBER);

    @Test
    void aPhotoMayBeMissing() throws IOException {
        person.photoName("");
        assertThat(codes(check())).containsExactly("photo-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"王芳_44030519920708002X.jpg", "李静_440305199207080038.jpg"})
    void aPhotoWithOneHalfOfTheNameWrongIsAMismatch(String fileName) throws IOException {
        person.photoName(fileName);
        BatchReport report = check();
        assertThat(codes(report)).containsExactly("photo-name-mismatch");
        assertThat(report.rows().getFirst().problems().getFirst().message()).doesNotContain("1992");
        assertThat(notices(report)).doesNotContain("orphan-photo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "李静_44030519920708002X.jpg",
                "李静_44030519920708002x.JPG",
                "44030519920708002X_李静.jpeg",
                "李静＿４４０３０５１９９２０７０８００２Ｘ.jpg",
                "李 静-44030519920708002X.jpg",
                "44030519920708002X.jpg",
                "李静.jpg"
            })
    void aPhotoMayBeNamedInManyWays(String fileName) throws IOException {
        person.photoName(fileName);
        assertThat(codes(check())).isEmpty();
    }

    @Test
    void aNumberThatStandsInTheColumnOfTheNameIsNotShown() throws IOException {
        person.text(Column.NAME, PackageBuilder.NUMBER).photoName("李静_440305199207080038.jpg");
        builder.person(OTHER_NUMBER, OTHER_NUMBER).photoName("");
        builder.person("李静", OTHER_NUMBER).photoName("");
        assertThat(check().rows())
                .flatExtracting(RowReport::problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContainPattern("[0-9]{15}"));
    }

    @Test
    void namesThatDifferOnlyByTheirUnicodeFormAreTheSame() throws IOException {
        String composed = "José·Müller";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        person.text(Column.NAME, composed).photoName(decomposed + "_" + PackageBuilder.NUMBER + ".jpg");
        builder.names(PackageShape.Names.UTF8)
                .file("照片/" + composed + "_" + PackageBuilder.NUMBER + ".jpg", PackageBuilder.photo(3, Color.WHITE))
                .file("学员资料/" + decomposed + "/工作证明.jpg", new byte[] {1});
        BatchReport report = check();
        assertThat(codes(report)).isEmpty();
        assertThat(notices(report)).doesNotContain("orphan-photo");
    }

    @Test
    void namesakesAreToldApartByNumber() throws IOException {
        builder.person("李静", OTHER_NUMBER);
        assertThat(codes(check())).isEmpty();
    }

    @Test
    void aNamesakesPhotoIsNotTaken() throws IOException {
        builder.person("李静", OTHER_NUMBER);
        person.photoName("");
        BatchReport report = check();
        assertThat(report.rows().getFirst().problems())
                .extracting(RowProblem::code)
                .containsExactly("photo-missing");
        assertThat(report.rows().get(1).isAccepted()).isTrue();
    }

    @Test
    void onePhotoForTwoPeopleIsToldOnBoth() throws IOException {
        byte[] photo = PackageBuilder.photo(5, new Color(0, 191, 243));
        person.photo(photo);
        builder.person("王芳", OTHER_NUMBER).photo(photo);
        assertThat(codes(check())).containsExactly("photo-shared", "photo-shared");
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY, photo-unreadable",
        "BROKEN, photo-unreadable",
        "CUT_OFF, photo-unreadable",
        "HUGE, photo-unreadable",
        "PNG, photo-not-jpeg",
        "SMALL, photo-too-small",
        "SQUARE, photo-wrong-ratio"
    })
    void aSpoiltPhotoHasItsCode(String defect, String code) throws IOException {
        person.photo(PackageBuilder.photo(defect));
        assertThat(codes(check())).containsExactly(code);
    }

    @Test
    void aHugePhotoIsRefusedFromItsHeaderWithItsOwnWords() throws IOException {
        person.photo(PackageBuilder.photo("HUGE"));
        assertThat(check().rows().getFirst().problems().getFirst().message()).contains("61 百万像素");
    }

    @Test
    void aTurnedPhotoIsANotice() throws IOException {
        person.photo(PackageBuilder.photo("TURNED"));
        BatchReport report = check();
        assertThat(codes(report)).isEmpty();
        assertThat(report.rows().getFirst().notices()).extracting(Notice::code).containsExactly("photo-turned");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFFFFFF, 0xDB131D, 0x00C8BE, 0x0A1238, 0x808080})
    void aBackgroundThatIsClearlyNotBlueBlocks(int rgb) throws IOException {
        person.photo(PackageBuilder.photo(3, new Color(rgb)));
        assertThat(codes(check())).containsExactly("photo-not-blue");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00BFF3, 0x438EDB, 0x3C79C8})
    void theBluesOfTheStudiosAreBlue(int rgb) throws IOException {
        person.photo(PackageBuilder.photo(3, new Color(rgb)));
        assertThat(notices(check())).isEmpty();
    }

    @Test
    void aBorderlineBlueIsANotice() throws IOException {
        person.photo(PackageBuilder.photo(3, new Color(0x3048A8)));
        BatchReport report = check();
        assertThat(codes(report)).isEmpty();
        assertThat(report.rows().getFirst().notices())
                .extracting(Notice::code)
                .containsExactly("photo-blue-borderline");
    }

    @ParameterizedTest
    @EnumSource(
            value = Material.class,
            names = {"OTHER"},
            mode = EnumSource.Mode.EXCLUDE)
    void aMissingPaperIsNamed(Material material) throws IOException {
        person.without(material);
        assertThat(codes(check())).containsExactly("material-missing:" + material.label());
    }

    @Test
    void anEmptyPaperIsAsGoodAsNone() throws IOException {
        person.paper(Material.WORK, new byte[0]);
        assertThat(codes(check())).containsExactly("material-missing:工作证明");
    }

    @Test
    void theCertificateIsNeededOnlyWhenItIsReliedOn() throws IOException {
        person.text(Column.LEVEL, "中级").certificate("其他中级", "2024-06");
        assertThat(codes(check())).as("clause (3) holds as well").isEmpty();
        person.text(Column.EDUCATION, "中专").number(Column.WORK_YEARS, "0");
        assertThat(codes(check())).containsExactly("material-missing:其他证明");
        person.paper(Material.OTHER, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertThat(codes(check())).isEmpty();
    }

    @Test
    void bothSidesOfTheCardMayLieInOneFile() throws IOException {
        person.without(Material.ID_FRONT).without(Material.ID_BACK);
        builder.file(
                "学员资料/李静_" + PackageBuilder.NUMBER + "/身份证正反面.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertThat(codes(check())).isEmpty();
    }

    @Test
    void thePackageIsDescribedByNotices() throws IOException {
        byte[] nothing = {1};
        builder.photoFolder("照片+3人/")
                .file("照片+3人/王芳_" + OTHER_NUMBER + ".jpg", PackageBuilder.photo(9, Color.BLUE))
                .file("照片+3人/Thumbs.db", nothing)
                .file("__MACOSX/._报名申报表.xlsx", nothing)
                .file(".DS_Store", nothing)
                .file("desktop.ini", nothing)
                .file("../../etc/passwd", nothing)
                .file("C:/windows/x.jpg", nothing)
                .file("说明.txt", nothing);
        BatchReport report = check();
        assertThat(codes(report)).isEmpty();
        assertThat(report.declaredHeads()).isEqualTo(3);
        assertThat(report.foundHeads()).isEqualTo(2);
        assertThat(notices(report))
                .containsExactly(
                        "head-count",
                        "orphan-photo",
                        "unsafe-entry",
                        "unsafe-entry",
                        "junk-entry",
                        "junk-entry",
                        "junk-entry",
                        "junk-entry",
                        "junk-entry");
        assertThat(report.notices()).noneMatch(notice -> notice.message().contains(OTHER_NUMBER));
    }

    @ParameterizedTest
    @EnumSource(PackageShape.Names.class)
    void namesOfAnyEncodingAreRead(PackageShape.Names names) throws IOException {
        builder.names(names).person("𠮷田文", "310104198805120027");
        builder.person("阿依古丽·买买提", "110105199003070025");
        assertThat(codes(check())).isEmpty();
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
        return report.notices().stream().map(Notice::code).toList();
    }
}
