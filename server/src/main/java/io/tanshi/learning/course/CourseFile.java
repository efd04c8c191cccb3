package io.tanshi.learning.course;

import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.course.Course.QuizQuestion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a course from JSON and refuses one that cannot be studied. */
final class CourseFile {

    private static final JsonMapper JSON = new JsonMapper();

    private CourseFile() {}

    /**
     * @param knownPoint whether a code is a knowledge point of the syllabus
     * @throws IllegalStateException naming the file and every fault
     */
    static Course read(String name, String json, Predicate<String> knownPoint) {
        Course course = parse(name, json);
        List<String> faults = faults(course, knownPoint);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Course file " + name + " is faulty: " + String.join("; ", faults));
        }
        return course;
    }

    static Course parse(String name, String json) {
        try {
            return JSON.readValue(json, Course.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("Course file " + name + " is not readable: " + e.getOriginalMessage(), e);
        }
    }

    static String write(Course course) {
        return JSON.writeValueAsString(course);
    }

    static String sha256(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static List<String> faults(Course course, Predicate<String> knownPoint) {
        List<String> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Lesson lesson : course.lessons()) {
            faults.addAll(faults(lesson, knownPoint));
            if (!codes.add(lesson.code())) {
                faults.add(lesson.code() + ": the code occurs twice");
            }
        }
        if (course.unitHours() <= 0 || course.credit().toMinutes() % course.unitHours() != 0) {
            faults.add("credit of " + course.credit().toMinutes() + " minutes does not make " + course.unitHours()
                    + " equal units");
        }
        return faults;
    }

    private static List<String> faults(Lesson lesson, Predicate<String> knownPoint) {
        List<String> faults = new ArrayList<>();
        require(knownPoint.test(lesson.code()), lesson.code() + ": no such knowledge point", faults);
        require(lesson.creditMinutes() > 0, lesson.code() + ": no credit", faults);
        require(lesson.demoSeconds() > 0, lesson.code() + ": no demo seconds", faults);
        require(!lesson.sections().isEmpty(), lesson.code() + ": no section", faults);
        require(!lesson.source().isBlank(), lesson.code() + ": no source", faults);
        for (QuizQuestion question : lesson.quiz()) {
            boolean sound = question.options().size() >= 2
                    && question.answer() >= 0
                    && question.answer() < question.options().size();
            require(sound, lesson.code() + ": quiz answer outside its options", faults);
        }
        return faults;
    }

    private static void require(boolean sound, String fault, List<String> faults) {
        if (!sound) {
            faults.add(fault);
        }
    }
}
