/** Keys, export, erasure and retention: what the administrator does for the protection of personal data. */
@NullMarked
package io.tanshi.identity.privacy;

import org.jspecify.annotations.NullMarked;
