/** Exam periods: created for a year, moved with a reason, their deadlines derived and their history kept. */
@NullMarked
package io.tanshi.programme.sitting;

import org.jspecify.annotations.NullMarked;
