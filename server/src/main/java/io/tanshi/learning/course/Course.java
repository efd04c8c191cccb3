package io.tanshi.learning.course;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A course as its file describes it.
 *
 * @param unitHours length in 课时
 */
public record Course(String code, String title, int unitHours, List<Chapter> chapters) {

    /** @param topic code of the syllabus topic */
    public record Chapter(String topic, String title, List<Lesson> lessons) {
        public Chapter {
            lessons = List.copyOf(lessons);
        }
    }

    /**
     * One lesson.
     *
     * @param code the knowledge point it teaches
     * @param creditMinutes the most that can be credited
     * @param demoSeconds real seconds in which the demo profile credits all of it
     * @param source what it is based on
     */
    public record Lesson(
            String code,
            String title,
            int creditMinutes,
            int demoSeconds,
            List<Section> sections,
            String source,
            List<QuizQuestion> quiz) {
        public Lesson {
            sections = List.copyOf(sections);
            quiz = List.copyOf(quiz);
        }

        /** The most that can be credited. */
        public Duration credit() {
            return Duration.ofMinutes(creditMinutes);
        }
    }

    /** @param body paragraphs and lists, {@code **bold**} */
    public record Section(String heading, String body) {}

    /**
     * @param answer index of the right option
     * @param why shown after the answer
     */
    public record QuizQuestion(String stem, List<String> options, int answer, String why) {
        public QuizQuestion {
            options = List.copyOf(options);
        }
    }

    public Course {
        chapters = List.copyOf(chapters);
    }

    /** All lessons in the order of the course. */
    public List<Lesson> lessons() {
        return chapters.stream().flatMap(c -> c.lessons().stream()).toList();
    }

    public Optional<Lesson> lesson(String code) {
        return lessons().stream().filter(l -> l.code().equals(code)).findFirst();
    }

    /** What can be credited in all. */
    public Duration credit() {
        return lessons().stream().map(Lesson::credit).reduce(Duration.ZERO, Duration::plus);
    }

    /** Length of one 课时. */
    public Duration unit() {
        return credit().dividedBy(unitHours);
    }
}
