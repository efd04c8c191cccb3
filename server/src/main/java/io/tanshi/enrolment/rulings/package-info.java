/** Rulings on majors remembered as precedents, and the trial of rule sets on made-up and on real cases. */
@NullMarked
package io.tanshi.enrolment.rulings;

import org.jspecify.annotations.NullMarked;
