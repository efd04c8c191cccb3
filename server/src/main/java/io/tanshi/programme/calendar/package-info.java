/** Announced years of working days: shipped, imported by the administrator, kept version by version. */
@NullMarked
package io.tanshi.programme.calendar;

import org.jspecify.annotations.NullMarked;
