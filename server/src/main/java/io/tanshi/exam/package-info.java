/**
 * The office work of an exam: blueprint and sealed forms, rooms and admissions, the opening and closing of a sitting.
 *
 * <p>What happens at the candidate's screen belongs to delivery, which asks here who may enter and which form applies.
 */
@ApplicationModule(
        displayName = "Exam",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform::paper",
            "audit",
            "files",
            "identity::session",
            "identity::people",
            "programme",
            "itembank",
            "enrolment",
            "learning"
        })
@NullMarked
package io.tanshi.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
