/** Handed-in papers: received, scored by machine, complete when every item has its score. */
@NullMarked
package io.tanshi.marking.script;

import org.jspecify.annotations.NullMarked;
