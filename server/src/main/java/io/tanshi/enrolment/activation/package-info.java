/** The one-time codes that an institution hands out to its candidates. */
@NullMarked
package io.tanshi.enrolment.activation;

import org.jspecify.annotations.NullMarked;
