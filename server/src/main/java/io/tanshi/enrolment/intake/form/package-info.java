/** Reads the registration form (报名申报表) row by row, never evaluating a formula. */
@NullMarked
package io.tanshi.enrolment.intake.form;

import org.jspecify.annotations.NullMarked;
