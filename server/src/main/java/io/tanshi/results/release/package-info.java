/** Composing, approving and releasing. */
@NullMarked
package io.tanshi.results.release;

import org.jspecify.annotations.NullMarked;
