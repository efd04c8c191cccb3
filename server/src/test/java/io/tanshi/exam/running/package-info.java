/** Tests of opening and closing. */
@NullMarked
package io.tanshi.exam.running;

import org.jspecify.annotations.NullMarked;
