/** Chooses items for a level's two forms by the blueprint, or says which quota the bank cannot fill. */
@NullMarked
package io.tanshi.exam.assembly;

import org.jspecify.annotations.NullMarked;
