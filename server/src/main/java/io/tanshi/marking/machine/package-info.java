/** What a machine can score. */
@NullMarked
package io.tanshi.marking.machine;

import org.jspecify.annotations.NullMarked;
