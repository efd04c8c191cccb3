@NullMarked
package io.tanshi.enrolment.intake.archive;

import org.jspecify.annotations.NullMarked;
