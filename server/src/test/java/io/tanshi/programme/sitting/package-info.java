/** Tests of the verbs of a sitting. */
@NullMarked
package io.tanshi.programme.sitting;

import org.jspecify.annotations.NullMarked;
