/** Rooms and seats of a sitting: who sits where, with which ticket, and who still waits for a seat. */
@NullMarked
package io.tanshi.exam.seating;

import org.jspecify.annotations.NullMarked;
