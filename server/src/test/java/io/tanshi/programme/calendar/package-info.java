/** Tests of the import of announced years. */
@NullMarked
package io.tanshi.programme.calendar;

import org.jspecify.annotations.NullMarked;
