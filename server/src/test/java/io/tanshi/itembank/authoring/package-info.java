/** Tests of {@code itembank.authoring}. */
@NullMarked
package io.tanshi.itembank.authoring;

import org.jspecify.annotations.NullMarked;
