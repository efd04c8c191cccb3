@NullMarked
package io.tanshi.enrolment.rulings;

import org.jspecify.annotations.NullMarked;
