/**
 * The exam hour: attempts, their clock, the answer log that loses nothing, and the invigilator's board.
 *
 * <p>Knows neither keys nor names: scoring is marking's, personal data is read by exam.
 */
@ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform::paper",
            "audit",
            "files",
            "identity::register",
            "identity::session",
            "programme",
            "exam",
            "itembank"
        })
@NullMarked
package io.tanshi.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
