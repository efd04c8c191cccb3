/** Tests of seats, tickets and the door. */
@NullMarked
package io.tanshi.exam.seating;

import org.jspecify.annotations.NullMarked;
