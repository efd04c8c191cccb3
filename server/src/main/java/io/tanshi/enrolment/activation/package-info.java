/** The one-time codes that an institution hands out to its approved candidates. */
@NullMarked
package io.tanshi.enrolment.activation;

import org.jspecify.annotations.NullMarked;
