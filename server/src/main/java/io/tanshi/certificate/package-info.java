/**
 * Certificates: numbers, signed documents, the register with revocation and replacement, and the public look-up.
 *
 * <p>Publishes {@code CertificateIssued}; hears {@code ResultReleased}.
 */
@ApplicationModule(
        displayName = "Certificates",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform::cli",
            "platform::paper",
            "audit",
            "files",
            "programme",
            "identity::session",
            "identity::people",
            "results"
        })
@NullMarked
package io.tanshi.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
