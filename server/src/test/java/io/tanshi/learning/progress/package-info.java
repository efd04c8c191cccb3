/** Tests of {@code learning.progress}. */
@NullMarked
package io.tanshi.learning.progress;

import org.jspecify.annotations.NullMarked;
