/** Tests of the programme: dates, promises, calendar, parameters. */
@NullMarked
package io.tanshi.programme;

import org.jspecify.annotations.NullMarked;
