/** The questions after a lesson; they teach and never gate the hours. */
@NullMarked
package io.tanshi.learning.quiz;

import org.jspecify.annotations.NullMarked;
