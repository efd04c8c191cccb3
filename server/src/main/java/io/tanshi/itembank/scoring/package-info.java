/** Keys, marking points and model answers, for marking alone: no other module may name this package. */
@NamedInterface("scoring")
@NullMarked
package io.tanshi.itembank.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
