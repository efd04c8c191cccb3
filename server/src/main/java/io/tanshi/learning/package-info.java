/**
 * Courses, and the study time that the server counts towards the exam.
 *
 * <p>Hears {@code ApplicationApproved} and opens a study; tells {@code LearningRequirementMet} once.
 */
@ApplicationModule(
        displayName = "Learning",
        allowedDependencies = {"kernel", "platform", "audit", "files", "identity::session", "identity::register", "programme", "enrolment"})
@NullMarked
package io.tanshi.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
