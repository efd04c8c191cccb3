/** Answers that could not be sent: encrypted files from candidates' machines, brought in by an invigilator. */
@NullMarked
package io.tanshi.delivery.emergency;

import org.jspecify.annotations.NullMarked;
