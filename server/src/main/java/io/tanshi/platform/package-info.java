/** Plumbing that every module may use: problems, business clock, database, security skeleton, command line. */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"kernel", "postgres"})
@NullMarked
package io.tanshi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
