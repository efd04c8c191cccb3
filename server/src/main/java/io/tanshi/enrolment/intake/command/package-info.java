/** The commands {@code check-batch} and {@code make-batch} of the launcher. */
@NullMarked
package io.tanshi.enrolment.intake.command;

import org.jspecify.annotations.NullMarked;
