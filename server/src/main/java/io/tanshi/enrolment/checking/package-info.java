/** The candidate's own check of what the institution handed in: confirmed as a whole, or reported thing by thing. */
@NullMarked
package io.tanshi.enrolment.checking;

import org.jspecify.annotations.NullMarked;
