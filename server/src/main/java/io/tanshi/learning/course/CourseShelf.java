package io.tanshi.learning.course;

import static io.tanshi.learning.jooq.Tables.COURSE;

import io.tanshi.learning.Courses;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;

/** The stored courses; each is read once, because a course only changes at a start. */
@Repository
public class CourseShelf implements Courses {

    private final DSLContext db;
    private final Clock clock;
    private final Map<String, Course> read = new ConcurrentHashMap<>();

    CourseShelf(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public CourseSummary current() {
        Course course = newest();
        return new CourseSummary(
                course.code(),
                course.title(),
                course.unitHours(),
                Math.toIntExact(course.credit().toMinutes()),
                course.chapters().size(),
                course.lessons().size());
    }

    /** The course imported last. */
    public Course newest() {
        return get(db.select(COURSE.CODE)
                .from(COURSE)
                .orderBy(COURSE.IMPORTED_AT.desc())
                .limit(1)
                .fetchOptional(COURSE.CODE)
                .orElseThrow(() -> new NoSuchElementException("No course has been imported")));
    }

    /** @throws NoSuchElementException when there is no course of that code */
    public Course get(String code) {
        return read.computeIfAbsent(
                code,
                c -> db.select(COURSE.CONTENT)
                        .from(COURSE)
                        .where(COURSE.CODE.eq(c))
                        .fetchOptional(COURSE.CONTENT)
                        .map(JSONB::data)
                        .map(json -> CourseFile.parse(c, json))
                        .orElseThrow(() -> new NoSuchElementException("No course " + c)));
    }

    Optional<String> digest(String code) {
        return db.select(COURSE.SHA256).from(COURSE).where(COURSE.CODE.eq(code)).fetchOptional(COURSE.SHA256);
    }

    void store(Course course, String sha256) {
        JSONB content = JSONB.valueOf(CourseFile.write(course));
        OffsetDateTime now = OffsetDateTime.now(clock);
        db.insertInto(COURSE)
                .set(COURSE.CODE, course.code())
                .set(COURSE.TITLE, course.title())
                .set(COURSE.UNIT_HOURS, course.unitHours())
                .set(COURSE.CONTENT, content)
                .set(COURSE.SHA256, sha256)
                .set(COURSE.IMPORTED_AT, now)
                .onDuplicateKeyUpdate()
                .set(COURSE.TITLE, course.title())
                .set(COURSE.UNIT_HOURS, course.unitHours())
                .set(COURSE.CONTENT, content)
                .set(COURSE.SHA256, sha256)
                .set(COURSE.IMPORTED_AT, now)
                .execute();
        read.remove(course.code());
    }
}
