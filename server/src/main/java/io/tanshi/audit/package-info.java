/** The append-only trail of acts, written in the transaction of the act itself, so that neither stands alone. */
@ApplicationModule(
        displayName = "Audit trail",
        allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.tanshi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
