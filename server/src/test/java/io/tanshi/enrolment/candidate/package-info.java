@NullMarked
package io.tanshi.enrolment.candidate;

import org.jspecify.annotations.NullMarked;
