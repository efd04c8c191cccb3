/** Registration: an institution's batch, each person's application, eligibility, and the review by a person. */
@ApplicationModule(
        displayName = "Enrolment",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform::cli",
            "platform::paper",
            "audit",
            "files",
            "identity::session",
            "identity::people",
            "programme"
        })
@NullMarked
package io.tanshi.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
