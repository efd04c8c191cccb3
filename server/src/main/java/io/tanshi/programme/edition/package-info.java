/** The programme's documents as installed versions, and the parameters an administrator may set. */
@NullMarked
package io.tanshi.programme.edition;

import org.jspecify.annotations.NullMarked;
