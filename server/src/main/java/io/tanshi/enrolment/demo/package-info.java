/** People, batches and decisions with which the demo begins; drawn by the project itself, nobody real. */
@NullMarked
package io.tanshi.enrolment.demo;

import org.jspecify.annotations.NullMarked;
