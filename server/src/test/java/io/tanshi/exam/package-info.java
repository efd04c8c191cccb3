/** Tests of exam. */
@NullMarked
package io.tanshi.exam;

import org.jspecify.annotations.NullMarked;
