@NullMarked
package io.tanshi.enrolment.intake.fuzz;

import org.jspecify.annotations.NullMarked;
