package io.tanshi.learning.progress;

import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.LearningRequirementMet;
import io.tanshi.learning.StudyView;
import io.tanshi.learning.course.Course;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One person's study for one sitting: how much of each lesson is credited, and whether that opens the exam. What is
 * credited never exceeds what a lesson is worth and is never taken back.
 */
public final class Study {

    /** Whose study it is and for what. */
    public record Enrolled(PersonId person, SittingId sitting, Level level) {}

    private final StudyId id;
    private final Enrolled enrolled;
    private final Course course;
    private final int requiredPercent;
    private final Map<String, Duration> counted;
    private StudyStatus status;

    Study(
            StudyId id,
            Enrolled enrolled,
            Course course,
            int requiredPercent,
            Map<String, Duration> counted,
            StudyStatus status) {
        this.id = id;
        this.enrolled = enrolled;
        this.course = course;
        this.requiredPercent = requiredPercent;
        this.counted = new HashMap<>(counted);
        this.status = status;
    }

    public StudyId id() {
        return id;
    }

    public Enrolled enrolled() {
        return enrolled;
    }

    public Course course() {
        return course;
    }

    public StudyStatus status() {
        return status;
    }

    public boolean isMet() {
        return status == StudyStatus.REQUIREMENT_MET;
    }

    /** What is credited to a lesson. */
    public Duration counted(Lesson lesson) {
        return counted.getOrDefault(lesson.code(), Duration.ZERO);
    }

    /** What is credited in all. */
    public Duration counted() {
        return course.lessons().stream().map(this::counted).reduce(Duration.ZERO, Duration::plus);
    }

    /** What has to be credited for the exam to open. */
    public Duration required() {
        return course.credit().multipliedBy(requiredPercent).dividedBy(100);
    }

    /** What is still missing, never negative. */
    public Duration missing() {
        Duration missing = required().minus(counted());
        return missing.isNegative() ? Duration.ZERO : missing;
    }

    boolean isFull(Lesson lesson) {
        return counted(lesson).compareTo(lesson.credit()) >= 0;
    }

    /**
     * Credits time to a lesson.
     *
     * @return what was credited: the time offered, or what the lesson still had room for
     */
    Duration credit(Lesson lesson, Duration offered) {
        Duration room = lesson.credit().minus(counted(lesson));
        Duration given = offered.compareTo(room) <= 0 ? offered : room;
        counted.put(lesson.code(), counted(lesson).plus(given));
        return given;
    }

    /** Opens the exam when the hours are there; present the first time only. */
    Optional<LearningRequirementMet> settle(Instant at) {
        if (isMet() || counted().compareTo(required()) < 0) {
            return Optional.empty();
        }
        status = StudyStatus.REQUIREMENT_MET;
        return Optional.of(new LearningRequirementMet(enrolled.person(), enrolled.sitting(), enrolled.level(), at));
    }

    /** The figures for other modules. */
    StudyView view() {
        return new StudyView(
                Math.toIntExact(counted().toMinutes()),
                Math.toIntExact(required().plusSeconds(59).toMinutes()),
                Math.toIntExact(course.credit().toMinutes()),
                isMet());
    }
}
