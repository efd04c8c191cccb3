package io.tanshi.learning.course;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.platform.StartStep;
import io.tanshi.programme.Programmes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the shipped course in at start when it is new or has changed. */
@Component
@Order(StartStep.LEARNING)
class CourseImport implements StartStep {

    private static final String FILE = "learning/course.json";
    private static final Actor START = Actor.system("课程导入");

    private final CourseShelf shelf;
    private final Programmes programmes;
    private final AuditTrail trail;

    CourseImport(CourseShelf shelf, Programmes programmes, AuditTrail trail) {
        this.shelf = shelf;
        this.programmes = programmes;
        this.trail = trail;
    }

    @Override
    @Transactional
    public void run() {
        String json = shipped();
        Course course = CourseFile.read(
                FILE, json, point -> programmes.syllabus().findPoint(point).isPresent());
        String sha256 = CourseFile.sha256(json);
        if (shelf.digest(course.code()).equals(Optional.of(sha256))) {
            return;
        }
        shelf.store(course, sha256);
        trail.record(START, "learning.course-imported", "course", course.code(), Map.of("sha256", sha256));
    }

    private static String shipped() {
        try {
            return new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
