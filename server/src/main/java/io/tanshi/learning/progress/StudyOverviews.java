package io.tanshi.learning.progress;

import io.tanshi.learning.course.Course.Chapter;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.progress.StudyOverview.StudyChapter;
import io.tanshi.learning.progress.StudyOverview.StudyLesson;
import io.tanshi.learning.progress.StudyOverview.StudyRules;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws the study page from a study and its sitting. */
@Component
class StudyOverviews {

    /** The hours have to be there by the evening before the exam, so that seats can be printed. */
    private static final LocalTime EVE = LocalTime.of(17, 30);

    private final Sittings sittings;
    private final StudyPace pace;
    private final Clock clock;

    StudyOverviews(Sittings sittings, StudyPace pace, Clock clock) {
        this.sittings = sittings;
        this.pace = pace;
        this.clock = clock;
    }

    StudyOverview of(Study study) {
        Sitting sitting = sittings.get(study.enrolled().sitting());
        ZonedDateTime deadline = sitting.examDate().minusDays(1).atTime(EVE).atZone(clock.getZone());
        OffsetDateTime now = OffsetDateTime.now(clock);
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), deadline.toLocalDate());
        return new StudyOverview(
                study.course().title(),
                sitting.name(),
                sitting.examDate(),
                study.enrolled().level().label(),
                study.counted().toSeconds(),
                study.required().toSeconds(),
                study.course().credit().toSeconds(),
                study.course().unit().toSeconds(),
                deadline.toOffsetDateTime(),
                Math.toIntExact(Math.max(0, days)),
                study.isMet(),
                !now.toInstant().isBefore(sitting.examAt()),
                now,
                rules(study),
                chapters(study));
    }

    private StudyRules rules(Study study) {
        boolean faster = study.course().lessons().stream().anyMatch(l -> pace.speed(l) > 1);
        return new StudyRules(pace.heartbeat().toSeconds(), pace.cap().toSeconds(), faster);
    }

    private List<StudyChapter> chapters(Study study) {
        List<StudyChapter> chapters = new ArrayList<>();
        for (Chapter chapter : study.course().chapters()) {
            chapters.add(chapter(chapters.size() + 1, chapter, study));
        }
        return chapters;
    }

    private StudyChapter chapter(int number, Chapter chapter, Study study) {
        List<StudyLesson> lessons = new ArrayList<>();
        Duration counted = Duration.ZERO;
        Duration credit = Duration.ZERO;
        for (Lesson lesson : chapter.lessons()) {
            lessons.add(lesson(lessons.size() + 1, lesson, study));
            counted = counted.plus(study.counted(lesson));
            credit = credit.plus(lesson.credit());
        }
        return new StudyChapter(number, chapter.title(), counted.toSeconds(), credit.toSeconds(), lessons);
    }

    private StudyLesson lesson(int number, Lesson lesson, Study study) {
        return new StudyLesson(
                lesson.code(),
                number,
                lesson.title(),
                study.counted(lesson).toSeconds(),
                lesson.credit().toSeconds(),
                lesson.quiz().size(),
                pace.speed(lesson));
    }
}
