/** The course as it is written: chapters, lessons, sections, quiz; brought in from its file at start. */
@NullMarked
package io.tanshi.learning.course;

import org.jspecify.annotations.NullMarked;
