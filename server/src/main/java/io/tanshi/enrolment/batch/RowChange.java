package io.tanshi.enrolment.batch;

import java.time.Instant;

/**
 * A change of a row by a person.
 *
 * @param by as the console shows the person
 */
record RowChange(String by, Instant at) {}
