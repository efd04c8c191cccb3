package io.tanshi.learning.progress;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The study page of a candidate; all times in seconds of credit.
 *
 * @param unitSeconds length of one 课时
 * @param deadline until when the hours must be there, the eve of the exam
 * @param daysLeft days until the deadline, 0 on its day and after
 * @param met whether the exam is open
 * @param closed whether the exam has begun, so that nothing is counted any more
 */
record StudyOverview(
        String courseTitle,
        String sittingName,
        LocalDate examDate,
        String level,
        long countedSeconds,
        long requiredSeconds,
        long totalSeconds,
        long unitSeconds,
        OffsetDateTime deadline,
        int daysLeft,
        boolean met,
        boolean closed,
        OffsetDateTime serverTime,
        StudyRules rules,
        List<StudyChapter> chapters) {

    /**
     * How counting works here.
     *
     * @param heartbeatSeconds how often the player reports
     * @param capSeconds the most real time that one report credits
     * @param demoSpeed whether time is credited faster than it passes, in the demo profile only
     */
    record StudyRules(long heartbeatSeconds, long capSeconds, boolean demoSpeed) {}

    /** One chapter with its lessons. */
    record StudyChapter(int number, String title, long countedSeconds, long creditSeconds, List<StudyLesson> lessons) {}

    /** One lesson in the list. */
    record StudyLesson(
            String code,
            int number,
            String title,
            long countedSeconds,
            long creditSeconds,
            int quizQuestions,
            int speed) {}
}
