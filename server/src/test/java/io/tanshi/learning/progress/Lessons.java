package io.tanshi.learning.progress;

import io.tanshi.learning.course.Course;
import io.tanshi.learning.course.Course.Chapter;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.course.Course.QuizQuestion;
import io.tanshi.learning.course.Course.Section;
import java.util.List;

/** A small course: two lessons of 60 and 40 minutes. */
final class Lessons {

    static final Lesson LONG = lesson("T1.1", 60, 10);
    static final Lesson SHORT = lesson("T1.2", 40, 10);
    static final Course COURSE = new Course("small", "小课程", 2, List.of(new Chapter("T1", "第一章", List.of(LONG, SHORT))));

    private Lessons() {}

    private static Lesson lesson(String code, int minutes, int demoSeconds) {
        return new Lesson(
                code,
                "课 " + code,
                minutes,
                demoSeconds,
                List.of(new Section("节", "正文")),
                "出处",
                List.of(new QuizQuestion("?", List.of("是", "否"), 0, "因为")));
    }
}
