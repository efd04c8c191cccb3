@NullMarked
package io.tanshi.enrolment.intake.form;

import org.jspecify.annotations.NullMarked;
