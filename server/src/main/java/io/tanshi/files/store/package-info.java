/** The encrypted files in the data directory. */
@NullMarked
package io.tanshi.files.store;

import org.jspecify.annotations.NullMarked;
