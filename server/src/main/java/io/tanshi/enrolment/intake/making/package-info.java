/** Makes packages of invented people, with chosen faults, for demos, tests and benchmarks; the same for the same seed. */
@NullMarked
package io.tanshi.enrolment.intake.making;

import org.jspecify.annotations.NullMarked;
