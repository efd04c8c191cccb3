/** Looks at decided applications again, and at how well the promise of the review is kept. */
@NullMarked
package io.tanshi.enrolment.quality;

import org.jspecify.annotations.NullMarked;
