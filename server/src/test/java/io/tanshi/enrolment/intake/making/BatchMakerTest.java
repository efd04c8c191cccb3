package io.tanshi.enrolment.intake.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.intake.BatchCheck;
import io.tanshi.enrolment.intake.BatchListener;
import io.tanshi.enrolment.intake.BatchReport;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.programme.Clause;
import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is made with known faults is checked and must give exactly those. */
final class BatchMakerTest {

    private static final RuleSet RULES = RuleSet.shipped(RuleSet.DEFAULT_CODE);
    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 19);

    @TempDir
    private Path folder;

    // Every fault in two packages of different shape; a package has room for a third of them.
    static Stream<BatchPlan> plans() {
        return IntStream.range(0, 6).mapToObj(i -> plan(32, i + 1, thirdOfFaults(i / 2), shape(i)));
    }

    private static Set<Fault> thirdOfFaults(int third) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.ordinal() % 3 == third)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theCheckFindsExactlyTheFaultsThatWerePutIn(BatchPlan plan) throws IOException {
        Path zip = folder.resolve("made.zip");
        JsonNode expected =
                new JsonMapper().readTree(new BatchMaker(plan).make(zip).toJson());
        BatchReport report = check(zip);
        assertThat(report.rows()).hasSize(expected.get("rows").asInt());
        assertThat(report.accepted()).isEqualTo(expected.get("accepted").asInt());
        assertThat(report.foundHeads())
                .isEqualTo(expected.get("headCount").get("found").asInt());
        for (int i = 0; i < report.rows().size(); i++) {
            agree(report.rows().get(i), expected.get("people").get(i));
        }
    }

    @Test
    void aPackageWithoutFaultsHasNothingToRemarkOn() throws IOException {
        Path zip = folder.resolve("made.zip");
        new BatchMaker(plan(15, 11, Set.of(), PackageShape.USUAL)).make(zip);
        BatchReport report = check(zip);
        assertThat(report.isAllAccepted()).isTrue();
        assertThat(report.notices()).isEmpty();
        assertThat(report.rows()).allMatch(row -> row.notices().isEmpty());
    }

    @Test
    void theDemoFileHasEightBlockedRowsOfEightKindsAndTwoNotices() throws IOException {
        new DemoFiles(YearMonth.of(2026, 12), AS_OF).faulty(folder);
        BatchReport report = check(folder.resolve("报名-有错.zip"));
        assertThat(report.rows()).hasSize(40);
        assertThat(report.rows().stream()
                        .filter(row -> !row.isAccepted())
                        .map(row -> row.problems().stream()
                                .map(RowProblem::code)
                                .sorted()
                                .findFirst()
                                .orElseThrow()))
                .hasSize(8)
                .doesNotHaveDuplicates();
        assertThat(report.rows().stream().flatMap(row -> row.notices().stream()))
                .hasSize(2)
                .allMatch(notice -> notice.code().equals("normalised"));
        assertThat(folder.resolve("报名-有错.xlsx")).isNotEmptyFile();
    }

    @Test
    void paddedPicturesAreStillPictures() throws IOException {
        Path zip = folder.resolve("heavy.zip");
        BatchMaker.heavy(plan(2, 6, Set.of(), PackageShape.USUAL), 150_000).make(zip);
        assertThat(Files.size(zip)).isGreaterThan(2 * 5 * 130_000L);
        assertThat(check(zip).isAllAccepted()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        BatchPlan plan = plan(12, 5, Set.of(Fault.PHOTO_SHARED, Fault.JUNK), PackageShape.USUAL);
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        String expected = new BatchMaker(plan).make(first).toJson();
        assertThat(new BatchMaker(plan).make(second).toJson()).isEqualTo(expected);
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    @Test
    void faultsAreNamedByTheirCodes() {
        assertThat(Fault.named("none")).contains(Set.of());
        assertThat(Fault.named("photo-shared,junk-entry")).contains(EnumSet.of(Fault.PHOTO_SHARED, Fault.JUNK));
        assertThat(Fault.named("material-missing").orElseThrow()).hasSize(6);
        assertThat(Fault.named("material-missing:工作证明")).contains(EnumSet.of(Fault.NO_WORK));
        assertThat(Fault.named("no-such-code")).isEmpty();
    }

    private static void agree(RowReport row, JsonNode person) {
        Set<String> expected =
                person.get("expect").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        expected.remove("accepted");
        assertThat(row.row()).isEqualTo(person.get("row").asInt());
        assertThat(row.problems())
                .as("row %s %s", person.get("row"), person.get("note"))
                .extracting(RowProblem::code)
                .containsExactlyInAnyOrderElementsOf(expected);
        JsonNode clauses = person.get("clauses");
        if (clauses != null) {
            EligibilityVerdict verdict = Objects.requireNonNull(row.verdict());
            assertThat(verdict.holding())
                    .extracting(Clause::number)
                    .containsExactlyElementsOf(
                            clauses.valueStream().map(JsonNode::asInt).toList());
        }
    }

    private static BatchReport check(Path zip) throws IOException {
        PackageLimits limits = PackageLimits.defaults();
        try (PackageReader reader = PackageReader.open(zip, limits)) {
            return new BatchCheck(new BatchTerms("2026-12", AS_OF, RULES), limits).check(reader, BatchListener.SILENT);
        }
    }

    private static BatchPlan plan(int people, long seed, Set<Fault> faults, PackageShape shape) {
        return new BatchPlan(people, seed, faults, shape, YearMonth.of(2026, 12), AS_OF, RULES);
    }

    private static PackageShape shape(int number) {
        PackageShape.Layout[] layouts = PackageShape.Layout.values();
        PackageShape.Names[] names = PackageShape.Names.values();
        PackageShape.Strings[] strings = PackageShape.Strings.values();
        return new PackageShape(
                layouts[number % layouts.length], names[number % names.length], strings[number % strings.length]);
    }
}
