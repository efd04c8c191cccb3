/** The forms of a sitting on their way from assembling over proposal to the seal. */
@NullMarked
package io.tanshi.exam.forms;

import org.jspecify.annotations.NullMarked;
