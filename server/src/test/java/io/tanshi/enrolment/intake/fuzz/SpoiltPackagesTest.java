package io.tanshi.enrolment.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.intake.BatchCheck;
import io.tanshi.enrolment.intake.BatchReport;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.UploadedFile;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.spoiling.PackageSpoiler;
import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to a package, its check ends in a report or in a refusal with code and words, and no message shows a
 * document number. {@code -Dfuzz.seed=N -Dfuzz.packages=M} tries others.
 */
final class SpoiltPackagesTest {

    private static final YearMonth SITTING = YearMonth.of(2026, 12);
    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 19);
    private static final BatchTerms TERMS = new BatchTerms("2026-12", AS_OF, RuleSet.shipped(RuleSet.DEFAULT_CODE));
    private static final PackageLimits LIMITS = PackageLimits.defaults();

    /** Sixteen digits in a row are a document number, or enough of one. */
    private static final Pattern NUMBER = Pattern.compile("\\d{15}");

    @Test
    void endInAReportOrInARefusalWithItsReason() throws IOException {
        PackageSpoiler spoiler = new PackageSpoiler(SITTING, AS_OF);
        long first = Long.getLong("fuzz.seed", 20_261_128L);
        int packages = Integer.getInteger("fuzz.packages", 250);
        List<String> broken = new ArrayList<>();
        for (long seed = first; seed < first + packages; seed++) {
            PackageSpoiler.Spoilt spoilt = spoiler.spoilt(seed);
            fault(spoilt)
                    .forEach(fault -> broken.add("seed %d (%s): %s".formatted(spoilt.seed(), spoilt.what(), fault)));
        }
        assertThat(broken)
                .as("-Dfuzz.seed=<seed> -Dfuzz.packages=1 repeats one")
                .isEmpty();
    }

    @Test
    void theSameSeedSpoilsInTheSameWay() throws IOException {
        PackageSpoiler.Spoilt once = new PackageSpoiler(SITTING, AS_OF).spoilt(7);
        PackageSpoiler.Spoilt again = new PackageSpoiler(SITTING, AS_OF).spoilt(7);
        assertThat(again.content()).isEqualTo(once.content());
        assertThat(again.what()).isEqualTo(once.what());
    }

    private static List<String> fault(PackageSpoiler.Spoilt spoilt) {
        try {
            return words(check(spoilt));
        } catch (PackageRefusedException e) {
            boolean silent =
                    e.code().isEmpty() || e.words().isEmpty() || !e.fix().contains("请");
            return silent ? List.of("refused without words: " + e.code()) : shown(List.of(e.words(), e.fix()));
        } catch (IOException | RuntimeException | Error e) {
            return List.of(e + " at " + List.of(e.getStackTrace()).subList(0, Math.min(8, e.getStackTrace().length)));
        }
    }

    private static BatchReport check(PackageSpoiler.Spoilt spoilt) throws IOException {
        var content = new SeekableInMemoryByteChannel(spoilt.content());
        try (PackageReader reader = UploadedFile.open(spoilt.fileName(), content, LIMITS)) {
            return new BatchCheck(TERMS, LIMITS).check(reader, (_, _, _) -> {});
        }
    }

    private static List<String> words(BatchReport report) {
        List<String> texts = new ArrayList<>();
        report.notices().stream().map(Notice::message).forEach(texts::add);
        for (RowReport row : report.rows()) {
            row.notices().stream().map(Notice::message).forEach(texts::add);
            for (RowProblem problem : row.problems()) {
                texts.addAll(
                        List.of(problem.code(), problem.message(), problem.fix(), problem.found(), problem.expected()));
            }
        }
        return shown(texts);
    }

    private static List<String> shown(List<String> texts) {
        return texts.stream()
                .filter(text -> NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .find())
                .map(text -> "shows a number: " + text)
                .toList();
    }
}
