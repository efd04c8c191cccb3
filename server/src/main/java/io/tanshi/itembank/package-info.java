/**
 * The item bank: items with versions and two-person review.
 *
 * <p>The root shows what a candidate may see; keys and marking points stand behind {@code scoring}, for marking alone.
 */
@ApplicationModule(
        displayName = "Item bank",
        allowedDependencies = {"kernel", "platform", "audit", "files", "programme", "identity::session"})
@NullMarked
package io.tanshi.itembank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
