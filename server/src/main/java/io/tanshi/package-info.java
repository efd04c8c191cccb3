/** Tanshi 碳师: the platform of a vocational certification programme. */
@NullMarked
package io.tanshi;

import org.jspecify.annotations.NullMarked;
