@NullMarked
package io.tanshi.enrolment.intake.making;

import org.jspecify.annotations.NullMarked;
