/** The person as the administrator sees it: found, shown, corrected, and made one with another. */
@NullMarked
package io.tanshi.identity.dossier;

import org.jspecify.annotations.NullMarked;
