/** What this module holds of a person: shown, moved, erased and kept no longer than needed. */
@NullMarked
package io.tanshi.exam.privacy;

import org.jspecify.annotations.NullMarked;
