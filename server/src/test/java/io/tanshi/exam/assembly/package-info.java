/** Tests of form assembling. */
@NullMarked
package io.tanshi.exam.assembly;

import org.jspecify.annotations.NullMarked;
