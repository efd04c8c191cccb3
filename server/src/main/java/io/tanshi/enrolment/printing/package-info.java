/** Paper forms: the application form (报名审核表) filled in, for one person or for many. */
@NullMarked
package io.tanshi.enrolment.printing;

import org.jspecify.annotations.NullMarked;
