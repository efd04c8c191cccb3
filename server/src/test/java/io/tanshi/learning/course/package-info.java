/** Tests of {@code learning.course}. */
@NullMarked
package io.tanshi.learning.course;

import org.jspecify.annotations.NullMarked;
