package io.tanshi.learning.progress;

import io.tanshi.learning.course.Course.Lesson;
import java.time.Duration;

/** How often the player reports and how real time turns into credit. */
public interface StudyPace {

    /** How often the player sends a beat. */
    Duration heartbeat();

    /** The most real time that one beat credits: whatever a longer gap holds is lost. */
    Duration cap();

    /** The credit of an amount of real time. */
    Duration credit(Lesson lesson, Duration real);

    /** Credit per real time, 1 outside the demo profile. */
    int speed(Lesson lesson);
}
