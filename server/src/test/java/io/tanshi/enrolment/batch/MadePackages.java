package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/** Packages drawn for tests, each seed with other people. */
final class MadePackages {

    static final String SITTING = "2026-12";

    private MadePackages() {}

    static byte[] of(int people, long seed, Set<Fault> faults) throws IOException {
        Path zip = Files.createTempFile("tanshi-test-", ".zip");
        try {
            new BatchMaker(new BatchPlan(
                            people,
                            seed,
                            faults,
                            PackageShape.USUAL,
                            YearMonth.parse(SITTING),
                            LocalDate.of(2026, 12, 19),
                            RuleSet.shipped(RuleSet.DEFAULT_CODE)))
                    .make(zip);
            return Files.readAllBytes(zip);
        } finally {
            Files.delete(zip);
        }
    }
}
