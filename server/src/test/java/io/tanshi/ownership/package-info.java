/** Every handler against everyone who must not use it: the anonymous, other roles, other owners. */
@NullMarked
package io.tanshi.ownership;

import org.jspecify.annotations.NullMarked;
