package io.tanshi.learning.course;

import io.tanshi.enrolment.CourseLength;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells institutions how long the newest course is. */
@Component
class LengthOfCourse implements CourseLength {

    private final CourseShelf shelf;

    LengthOfCourse(CourseShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public int units() {
        return shelf.newest().unitHours();
    }

    @Override
    public Duration unit() {
        return shelf.newest().unit();
    }
}
