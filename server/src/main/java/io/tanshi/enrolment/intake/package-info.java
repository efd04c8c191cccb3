/** Checks an institution's package: form, photos and papers against every rule, without database or Spring. */
@NullMarked
package io.tanshi.enrolment.intake;

import org.jspecify.annotations.NullMarked;
