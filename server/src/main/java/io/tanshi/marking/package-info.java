/**
 * Marking: choice items by machine at once, written answers by two markers who see neither the candidate nor each
 * other, a third when they differ, the leader when all three do.
 *
 * <p>May name answer keys ({@code itembank::scoring}) and may not name people.
 */
@ApplicationModule(
        displayName = "Marking",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "identity::session",
            "programme",
            "itembank",
            "itembank::scoring",
            "exam",
            "delivery"
        })
@NullMarked
package io.tanshi.marking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
