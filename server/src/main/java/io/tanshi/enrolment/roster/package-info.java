/** An institution's people of a sitting, and putting right what a reviewer has returned. */
@NullMarked
package io.tanshi.enrolment.roster;

import org.jspecify.annotations.NullMarked;
