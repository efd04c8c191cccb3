/** Tests of forms and seals. */
@NullMarked
package io.tanshi.exam.forms;

import org.jspecify.annotations.NullMarked;
