package io.tanshi.exam.running;

import io.tanshi.exam.RunningAttempts;
import io.tanshi.exam.seating.Occupancy;
import io.tanshi.programme.SittingId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who has come and who is still at work; the latter is told by whoever runs the attempts. */
@Component
class Attendance {

    private final Occupancy occupancy;
    private final ObjectProvider<RunningAttempts> attempts;

    Attendance(Occupancy occupancy, ObjectProvider<RunningAttempts> attempts) {
        this.occupancy = occupancy;
        this.attempts = attempts;
    }

    /** @param unfinished at work or waiting for the bell */
    record Figures(int seated, int entered, int absent, int unfinished) {

        /** Seated and not come yet. */
        int expected() {
            return seated - entered - absent;
        }
    }

    Figures of(SittingId sitting) {
        Occupancy.Figures figures = occupancy.of(sitting);
        int unfinished =
                attempts.stream().mapToInt(port -> port.unfinished(sitting)).sum();
        return new Figures(figures.seated(), figures.entered(), figures.absent(), unfinished);
    }
}
