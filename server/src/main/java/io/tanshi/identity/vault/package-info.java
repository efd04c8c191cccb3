/** The register of persons and its protection. */
@NullMarked
package io.tanshi.identity.vault;

import org.jspecify.annotations.NullMarked;
