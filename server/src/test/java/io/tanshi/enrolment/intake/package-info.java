@NullMarked
package io.tanshi.enrolment.intake;

import org.jspecify.annotations.NullMarked;
