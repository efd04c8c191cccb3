/** A person's application for one sitting: its data, its papers, its lifecycle and its history. */
@NullMarked
package io.tanshi.enrolment.application;

import org.jspecify.annotations.NullMarked;
