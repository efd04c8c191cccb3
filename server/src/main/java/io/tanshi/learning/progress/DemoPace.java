package io.tanshi.learning.progress;

import io.tanshi.learning.course.Course.Lesson;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Credits a whole lesson in its demo seconds, so that a demonstration finishes the course in minutes. Still measured by
 * the monotonic clock; this class and its speed do not exist outside the demo profile.
 */
@Component
@Profile("demo")
class DemoPace implements StudyPace {

    private final int times;

    /** @param times how many times faster still; tests that walk the whole journey cannot wait for minutes */
    DemoPace(@Value("${tanshi.demo.faster:1}") int times) {
        this.times = times;
    }

    @Override
    public Duration heartbeat() {
        return Duration.ofSeconds(5).dividedBy(times);
    }

    @Override
    public Duration cap() {
        return Duration.ofSeconds(7);
    }

    @Override
    public Duration credit(Lesson lesson, Duration real) {
        return real.multipliedBy(times * lesson.credit().toSeconds()).dividedBy(lesson.demoSeconds());
    }

    @Override
    public int speed(Lesson lesson) {
        return Math.toIntExact(times * lesson.credit().toSeconds() / lesson.demoSeconds());
    }
}
