/** Values of the domain without any framework: identity number, name, score, money, working days, identifiers. */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package io.tanshi.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
