package io.tanshi.exam.running;

import io.tanshi.audit.Actor;
import io.tanshi.exam.SittingRun;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Closes an open sitting by itself after the grace, as soon as nobody is at work any more. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClosingWatch {

    private static final Actor SYSTEM = Actor.system("closing");

    private final RunStore store;
    private final Attendance attendance;
    private final OpeningDesk desk;
    private final Clock clock;

    ClosingWatch(RunStore store, Attendance attendance, OpeningDesk desk, Clock clock) {
        this.store = store;
        this.attendance = attendance;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void closeWhatIsOver() {
        store.open().stream().filter(this::isOver).map(SittingRun::sittingId).forEach(this::close);
    }

    private boolean isOver(SittingRun run) {
        return !clock.instant().isBefore(run.graceEndsAt())
                && attendance.of(run.sittingId()).unfinished() == 0;
    }

    private void close(SittingId sitting) {
        desk.close(sitting, SYSTEM);
    }
}
