@NullMarked
package io.tanshi.enrolment.intake.command;

import org.jspecify.annotations.NullMarked;
