/** Items, their versions and their review by a second person, and the starter bank that every installation begins with. */
@NullMarked
package io.tanshi.itembank.authoring;

import org.jspecify.annotations.NullMarked;
