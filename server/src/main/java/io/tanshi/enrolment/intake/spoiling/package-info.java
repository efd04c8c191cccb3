/** Spoils small packages by chance, in the ways of tools, lines and people; the same for the same seed. For fuzz tests. */
@NullMarked
package io.tanshi.enrolment.intake.spoiling;

import org.jspecify.annotations.NullMarked;
