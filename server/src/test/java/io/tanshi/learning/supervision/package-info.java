/** Tests of {@code learning.supervision}. */
@NullMarked
package io.tanshi.learning.supervision;

import org.jspecify.annotations.NullMarked;
