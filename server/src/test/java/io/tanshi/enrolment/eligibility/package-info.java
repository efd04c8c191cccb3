@NullMarked
package io.tanshi.enrolment.eligibility;

import org.jspecify.annotations.NullMarked;
