/** Tests of {@code itembank}. */
@NullMarked
package io.tanshi.itembank;

import org.jspecify.annotations.NullMarked;
