/** What needs two persons: lost time given back, and the end of an attempt. */
@NullMarked
package io.tanshi.delivery.rulings;

import org.jspecify.annotations.NullMarked;
