/** Judges an identity photo by its bytes: format, size, ratio, turn, blue background. */
@NullMarked
package io.tanshi.enrolment.intake.photo;

import org.jspecify.annotations.NullMarked;
