/** Reads an institution's zip safely: names of any charset, limits against bombs, no path that leaves the package. */
@NullMarked
package io.tanshi.enrolment.intake.archive;

import org.jspecify.annotations.NullMarked;
