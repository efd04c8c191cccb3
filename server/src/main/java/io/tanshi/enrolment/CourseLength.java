package io.tanshi.enrolment;

import java.time.Duration;

/**
 * How long the course of the programme is. A port: the module that keeps the courses implements it, so that an
 * institution learns before it submits whether its people can still finish in time.
 */
public interface CourseLength {

    /** Length of the course in 课时. */
    int units();

    /** Length of one 课时. */
    Duration unit();
}
