/** How a candidate can be reached, for the module that sends messages and no other. */
@NamedInterface("contact")
@NullMarked
package io.tanshi.enrolment.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
