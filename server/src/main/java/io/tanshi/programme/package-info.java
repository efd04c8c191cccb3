/** The certification programme as versioned data: levels, syllabus, eligibility clauses, fees, sittings, calendar. */
@ApplicationModule(
        displayName = "Programme",
        allowedDependencies = {"kernel", "platform", "audit", "identity::session"})
@NullMarked
package io.tanshi.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
