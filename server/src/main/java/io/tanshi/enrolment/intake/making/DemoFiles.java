package io.tanshi.enrolment.intake.making;

import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files with which the intake is shown and tried by hand. */
public final class DemoFiles {

    /** What is planted in the workbook: eight faults of different kinds, and two odd writings that only bring a notice. */
    private static final Set<Fault> PLANTED = Set.of(
            Fault.ID_CHECKSUM,
            Fault.ID_AS_NUMBER,
            Fault.SEX,
            Fault.PHONE,
            Fault.REQUIRED_MISSING_EMPLOYER,
            Fault.LEVEL,
            Fault.NOT_ELIGIBLE,
            Fault.FORMULA,
            Fault.WIDE_ID,
            Fault.LOWER_X);

    private static final int FAULTY_PEOPLE = 40;
    private static final int MANY_PEOPLE = 100;

    /** Six scans a person and a photo: about one megabyte a person. */
    private static final int SCAN_BYTES = 180 << 10;

    private final YearMonth sitting;
    private final LocalDate asOf;

    public DemoFiles(YearMonth sitting, LocalDate asOf) {
        this.sitting = sitting;
        this.asOf = asOf;
    }

    /** Writes all of them and names them. */
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>(faulty(folder));
        files.addAll(large(folder));
        return files;
    }

    /** The workbook with its faults, and the same people with their papers: the workbook alone lacks every paper. */
    public List<Path> faulty(Path folder) throws IOException {
        Path form = folder.resolve("报名-有错.xlsx");
        new BatchMaker(plan(FAULTY_PEOPLE, 20_261, PLANTED)).makeForm(form);
        Path zip = folder.resolve("报名-有错.zip");
        MadeBatch made = new BatchMaker(plan(FAULTY_PEOPLE, 20_261, PLANTED)).make(zip);
        return List.of(form, zip, Files.writeString(folder.resolve("报名-有错.expected.json"), made.toJson()));
    }

    private List<Path> large(Path folder) throws IOException {
        Path zip = folder.resolve("报名-100MB.zip");
        MadeBatch made = BatchMaker.heavy(plan(MANY_PEOPLE, 20_262, Set.of()), SCAN_BYTES)
                .make(zip);
        return List.of(zip, Files.writeString(folder.resolve("报名-100MB.expected.json"), made.toJson()));
    }

    private BatchPlan plan(int people, long seed, Set<Fault> faults) {
        return new BatchPlan(
                people, seed, faults, PackageShape.USUAL, sitting, asOf, RuleSet.shipped(RuleSet.DEFAULT_CODE));
    }
}
