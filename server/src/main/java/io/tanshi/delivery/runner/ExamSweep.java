package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.SittingClosed;
import io.tanshi.exam.SittingOpened;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does what time demands although no candidate asks: opens at the bell, hands in after the grace and at the close. */
@Component
@EnableScheduling
class ExamSweep {

    private static final Logger log = LoggerFactory.getLogger(ExamSweep.class);

    private final AttemptBook book;
    private final AttemptDesk desk;
    private final Admissions admissions;
    private final Ownership ownership;
    private final HandIn handIn;
    private final ServerTime time;

    ExamSweep(
            AttemptBook book,
            AttemptDesk desk,
            Admissions admissions,
            Ownership ownership,
            HandIn handIn,
            ServerTime time) {
        this.book = book;
        this.desk = desk;
        this.admissions = admissions;
        this.ownership = ownership;
        this.handIn = handIn;
        this.time = time;
    }

    /** Also once at the start, for what fell due while the application was down. */
    @Scheduled(initialDelay = 0, fixedDelay = 5_000)
    void sweep() {
        if (ownership.refusal().isPresent()) {
            return;
        }
        desk.ring();
        book.pastDeadline(time.now()).forEach(each(handIn::atDeadline));
    }

    @ApplicationModuleListener
    void on(SittingOpened opened) {
        desk.prepare(opened.sittingId(), admissions.ofSitting(opened.sittingId()));
    }

    @ApplicationModuleListener
    void on(SittingClosed closed) {
        book.unfinishedOf(closed.sittingId()).forEach(handIn::atClose);
    }

    // One attempt that fails must not keep the others open.
    private static Consumer<AttemptId> each(Consumer<AttemptId> act) {
        return id -> {
            try {
                act.accept(id);
            } catch (RuntimeException e) {
                log.error("Sweeping attempt {} failed; the next sweep tries again", id, e);
            }
        };
    }
}
