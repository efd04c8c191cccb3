/**
 * Results: composed from marked papers, approved by one administrator, released by another.
 *
 * <p>The line of anonymity runs between marking and this module: here a paper gets its person again.
 */
@ApplicationModule(
        displayName = "Results",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "identity::session",
            "identity::register",
            "identity::people",
            "programme",
            "itembank",
            "enrolment",
            "exam",
            "delivery",
            "marking"
        })
@NullMarked
package io.tanshi.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
