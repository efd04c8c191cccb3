/** Keys: made, wrapped, rotated. */
@NullMarked
package io.tanshi.platform.crypto;

import org.jspecify.annotations.NullMarked;
