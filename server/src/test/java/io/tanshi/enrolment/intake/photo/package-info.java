@NullMarked
package io.tanshi.enrolment.intake.photo;

import org.jspecify.annotations.NullMarked;
