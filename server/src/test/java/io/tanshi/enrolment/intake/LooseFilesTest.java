package io.tanshi.enrolment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.fixtures.Property;
import io.tanshi.programme.RuleSet;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are given to no row, and what is said of them. */
final class LooseFilesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 19);
    private static final RuleSet RULES = RuleSet.shipped(RuleSet.DEFAULT_CODE);
    private static final String OTHER_NUMBER = "110105199003070025";
    private static final Color BLUE = new Color(67, 142, 219);

    @TempDir
    private Path folder;

    private final PackageBuilder builder = new PackageBuilder();
    private final PackageBuilder.Person person = builder.person("李静", PackageBuilder.NUMBER);

    @Test
    void ofARightPackageNothingIsLoose() throws IOException {
        assertThat(run(builder.write(folder)).summary().loose()).isEmpty();
    }

    @Test
    void aPhotoAPaperAndAScanOfNobodyAreLooseAndJunkIsNot() throws IOException {
        builder.file("照片/邹国诚_" + OTHER_NUMBER + ".jpg", PackageBuilder.photo(3, BLUE))
                .file("邹国诚_" + OTHER_NUMBER + "/工作证明.jpg", new byte[] {1})
                .file("杂物/scan0001.pdf", new byte[] {1})
                .file("照片/Thumbs.db", new byte[] {1})
                .file("说明.txt", new byte[] {1});

        assertThat(run(builder.write(folder)).summary().loose())
                .extracting(
                        entry -> entry.entry().fileName(), LooseEntry::reason, LooseEntry::photo, LooseEntry::material)
                .containsExactlyInAnyOrder(
                        tuple("邹国诚_" + OTHER_NUMBER + ".jpg", LooseEntry.Reason.NO_ROW, true, null),
                        tuple("工作证明.jpg", LooseEntry.Reason.NO_ROW, false, Material.WORK),
                        tuple("scan0001.pdf", LooseEntry.Reason.UNKNOWN, false, null));
    }

    @Test
    void aDoubtfulPhotoNamesItsRow() throws IOException {
        person.photoName("王芳_" + PackageBuilder.NUMBER + ".jpg");
        assertThat(run(builder.write(folder)).summary().loose()).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo(LooseEntry.Reason.NAME_DIFFERS);
            assertThat(entry.row()).isEqualTo(1);
        });
    }

    @Test
    void noFileIsBothGivenToARowAndLooseWhateverThePackage() {
        Property.check(6, seeded -> {
            Path zip = folder.resolve("made.zip");
            PackageShape shape = new PackageShape(
                    seeded.pick(PackageShape.Layout.values()),
                    seeded.pick(PackageShape.Names.values()),
                    seeded.pick(PackageShape.Strings.values()));
            new BatchMaker(new BatchPlan(
                            10,
                            seeded.between(1, 1_000_000),
                            some(seeded.between(0, 3)),
                            shape,
                            YearMonth.of(2026, 12),
                            AS_OF,
                            RULES))
                    .make(zip);
            Run run = run(zip);
            assertThat(run.summary().loose())
                    .extracting(entry -> entry.entry().path())
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(run.given());
        });
    }

    @Test
    void aBlurredPhotoIsANoticeAndNeverBlocks() throws IOException {
        person.photo(blurred(PackageBuilder.photo(7, BLUE)));
        RowReport row = run(builder.write(folder)).rows().getFirst();
        assertThat(row.isAccepted()).isTrue();
        assertThat(row.notices()).extracting(Notice::code).containsExactly("photo-not-sharp");
    }

    private record Run(BatchSummary summary, List<RowReport> rows) {

        Set<String> given() {
            Set<String> paths = new HashSet<>();
            for (RowReport row : rows) {
                PackageEntry photo = row.files().photo();
                if (photo != null) {
                    paths.add(photo.path());
                }
                row.files().papers().values().forEach(paper -> paths.add(paper.path()));
            }
            return paths;
        }
    }

    private static Run run(Path zip) throws IOException {
        List<RowReport> rows = new ArrayList<>();
        try (PackageReader reader = PackageReader.open(zip, PackageLimits.defaults())) {
            BatchSummary summary = new BatchCheck(new BatchTerms("2026-12", AS_OF, RULES), PackageLimits.defaults())
                    .run(reader, (row, _, _) -> rows.add(row));
            return new Run(summary, rows);
        }
    }

    private static Set<Fault> some(int remainder) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Arrays.stream(Fault.values())
                .filter(fault -> fault.ordinal() % 4 == remainder)
                .forEach(faults::add);
        return faults;
    }

    private static byte[] blurred(byte[] jpeg) throws IOException {
        float[] mean = new float[81];
        Arrays.fill(mean, 1f / 81);
        ConvolveOp blur = new ConvolveOp(new Kernel(9, 9, mean), ConvolveOp.EDGE_NO_OP, null);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(blur.filter(blur.filter(image, null), null), "jpeg", out);
        return out.toByteArray();
    }
}
