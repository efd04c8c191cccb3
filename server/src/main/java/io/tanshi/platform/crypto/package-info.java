/** The master key in its file and the data keys it wraps. */
@NullMarked
package io.tanshi.platform.crypto;

import org.jspecify.annotations.NullMarked;
