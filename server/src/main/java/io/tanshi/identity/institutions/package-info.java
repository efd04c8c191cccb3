/** Training institutions and their upkeep by the administrator. */
@NullMarked
package io.tanshi.identity.institutions;

import org.jspecify.annotations.NullMarked;
