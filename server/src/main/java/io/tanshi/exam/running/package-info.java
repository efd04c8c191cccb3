/** The run of a sitting: readiness, opening, closing. */
@NullMarked
package io.tanshi.exam.running;

import org.jspecify.annotations.NullMarked;
