/** An institution's batches: uploads, the check in the background, rows until they are right, and their submission. */
@NullMarked
package io.tanshi.enrolment.batch;

import org.jspecify.annotations.NullMarked;
