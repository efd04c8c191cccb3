/** The review by a person: the queue by due time, the claim, the workbench and the decision. */
@NullMarked
package io.tanshi.enrolment.review;

import org.jspecify.annotations.NullMarked;
