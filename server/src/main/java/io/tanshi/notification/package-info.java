/**
 * Messages: what happened elsewhere is told to those whom it concerns, inside the application and by e-mail or SMS.
 *
 * <p>Hears events of nearly every module; nothing depends on it. Addresses stay in their homes and are looked up when a
 * message leaves.
 */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "identity",
            "identity::session",
            "identity::people",
            "identity::register",
            "programme",
            "enrolment",
            "enrolment::contact",
            "learning",
            "exam",
            "results",
            "certificate"
        })
@NullMarked
package io.tanshi.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
