/** Files on their way to the server: they come in pieces, outlive breaks of the line and kills, and become one file. */
@NullMarked
package io.tanshi.enrolment.transfer;

import org.jspecify.annotations.NullMarked;
