package io.tanshi.exam.running;

import io.tanshi.audit.Actor;
import io.tanshi.exam.ExamError;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.exam.seating.AdmissionBook;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes sittings. */
@Service
class OpeningDesk {

    private final RunStore store;
    private final SittingRuns runs;
    private final Readiness readiness;
    private final Attendance attendance;
    private final AdmissionBook book;
    private final Records records;

    OpeningDesk(
            RunStore store,
            SittingRuns runs,
            Readiness readiness,
            Attendance attendance,
            AdmissionBook book,
            Records records) {
        this.store = store;
        this.runs = runs;
        this.readiness = readiness;
        this.attendance = attendance;
        this.book = book;
        this.records = records;
    }

    /** @throws Problem {@code exam/not-ready} with every line that is in the way */
    @Transactional
    public void open(SittingId sitting, Actor by) {
        SittingRun run = runs.of(sitting);
        requireReady(run, line -> true);
        if (!store.open(run, by, records.now())) {
            throw started(run);
        }
        records.opened(run, by);
    }

    /** Refuses unless everything but the time is ready. */
    @Transactional(readOnly = true)
    public void requireReadyButForTime(SittingId sitting) {
        requireReady(runs.of(sitting), line -> line.key() != ReadinessLine.Key.TIME);
    }

    private void requireReady(SittingRun run, Predicate<ReadinessLine> counts) {
        if (run.state() != RunState.PLANNED) {
            throw started(run);
        }
        List<ReadinessLine> missing = readiness.of(run).stream()
                .filter(ReadinessLine::blocking)
                .filter(counts)
                .toList();
        if (!missing.isEmpty()) {
            Problem problem = Problem.of(
                    ExamError.NOT_READY,
                    missing.stream()
                            .map(line -> line.title() + "：" + line.words())
                            .collect(Collectors.joining("")));
            missing.forEach(line -> problem.field(line.key().name(), line.words()));
            throw problem;
        }
    }

    /** @throws Problem {@code exam/cannot-close} while candidates are at work or may still come */
    @Transactional
    public void close(SittingId sitting, Actor by) {
        SittingRun run = runs.of(sitting);
        Attendance.Figures figures = attendance.of(sitting);
        ClosingRule.refusal(run, records.now(), figures.unfinished(), figures.expected())
                .ifPresent(words -> {
                    throw Problem.of(ExamError.CANNOT_CLOSE, words);
                });
        if (store.close(sitting, by, records.now())) {
            records.closed(run, book.closeOut(sitting, by), by);
        }
    }

    private static Problem started(SittingRun run) {
        return Problem.of(ExamError.SITTING_STARTED, "本考期" + run.state().label() + "，不能再次开放。");
    }
}
