/**
 * Who is who: institutions, staff and candidate accounts, persons and their protected data.
 *
 * <p>Two named interfaces: {@code session} tells who acts, {@code people} opens personal data.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "platform", "platform::cli", "audit", "files"})
@NullMarked
package io.tanshi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
