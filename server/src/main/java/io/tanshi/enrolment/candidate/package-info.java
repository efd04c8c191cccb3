/** What a candidate sees of the own registration. */
@NullMarked
package io.tanshi.enrolment.candidate;

import org.jspecify.annotations.NullMarked;
