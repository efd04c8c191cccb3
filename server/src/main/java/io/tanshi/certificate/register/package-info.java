/** The register: from the proof over the issue by two persons to revocation and replacement. */
@NullMarked
package io.tanshi.certificate.register;

import org.jspecify.annotations.NullMarked;
