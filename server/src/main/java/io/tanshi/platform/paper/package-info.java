/** Drawing on paper: the house's fonts as embedded subsets, lines, pictures and code squares, on pages of a PDF. */
@NamedInterface("paper")
@NullMarked
package io.tanshi.platform.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
