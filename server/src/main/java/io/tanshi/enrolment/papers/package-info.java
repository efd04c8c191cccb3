/** Shows photos and papers to those who may see them; who that is, the caller has decided. */
@NullMarked
package io.tanshi.enrolment.papers;

import org.jspecify.annotations.NullMarked;
