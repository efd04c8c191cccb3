package io.tanshi.learning.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

final class CourseFileTests {

    @Test
    void theShippedCourseHasTwentyFourUnitsAndAFiveMinuteDemo() throws IOException {
        String json = new ClassPathResource("learning/course.json").getContentAsString(StandardCharsets.UTF_8);
        Course course = CourseFile.read("learning/course.json", json, point -> true);
        assertThat(course.unitHours()).isEqualTo(24);
        assertThat(course.unit()).isEqualTo(Duration.ofMinutes(45));
        assertThat(course.chapters()).hasSize(7);
        assertThat(course.lessons()).hasSize(17);
        assertThat(course.lessons().stream()
                        .mapToInt(Course.Lesson::demoSeconds)
                        .sum())
                .isLessThanOrEqualTo(300);
        assertThat(CourseFile.parse("again", CourseFile.write(course))).isEqualTo(course);
    }

    @Test
    void everyFaultOfACourseIsNamedWithItsLesson() {
        String json = """
                {"code":"c","title":"t","unitHours":2,"chapters":[{"topic":"T1","title":"x","lessons":[
                  {"code":"T9.9","title":"l","creditMinutes":45,"demoSeconds":0,"sections":[],"source":"s",
                   "quiz":[{"stem":"?","options":["a","b"],"answer":2,"why":"w"}]}]}]}""";
        assertThatThrownBy(() -> CourseFile.read("own.json", json, point -> point.equals("T1.1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("own.json")
                .hasMessageContaining("T9.9: no such knowledge point")
                .hasMessageContaining("T9.9: no demo seconds")
                .hasMessageContaining("T9.9: no section")
                .hasMessageContaining("T9.9: quiz answer")
                .hasMessageContaining("45 minutes");
    }
}
