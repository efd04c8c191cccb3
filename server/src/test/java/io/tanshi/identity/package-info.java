/** Persons through the whole application: found, corrected, merged, exported, erased, and kept no longer than needed. */
@NullMarked
package io.tanshi.identity;

import org.jspecify.annotations.NullMarked;
