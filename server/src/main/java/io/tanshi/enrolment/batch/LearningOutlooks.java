package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.CourseLength;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells for a sitting whether people who are submitted now can still finish the course. */
@Component
class LearningOutlooks {

    private final ObjectProvider<CourseLength> course;
    private final Programmes programmes;
    private final ReviewPromise promise;
    private final Clock clock;

    LearningOutlooks(ObjectProvider<CourseLength> course, Programmes programmes, ReviewPromise promise, Clock clock) {
        this.course = course;
        this.programmes = programmes;
        this.promise = promise;
        this.clock = clock;
    }

    /** Empty where no course is kept, and when the exam is over. */
    Optional<LearningOutlook> of(Sitting sitting) {
        CourseLength length = course.getIfAvailable();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ReviewPromise.ZONE);
        if (length == null || today.isAfter(sitting.examDate())) {
            return Optional.empty();
        }
        LocalDate reviewed = LocalDate.ofInstant(promise.dueFor(now).at(), ReviewPromise.ZONE);
        return Optional.of(LearningOutlook.of(
                today,
                reviewed,
                sitting.examDate(),
                length.units(),
                length.unit(),
                programmes.parameters().studyPercent()));
    }
}
