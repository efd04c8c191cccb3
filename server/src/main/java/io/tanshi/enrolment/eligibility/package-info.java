/** Which numbered clauses of a level a person meets, or by how much each is missed; pure, without Spring. */
@NullMarked
package io.tanshi.enrolment.eligibility;

import org.jspecify.annotations.NullMarked;
