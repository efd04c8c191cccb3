@NullMarked
package io.tanshi.delivery.rulings;

import org.jspecify.annotations.NullMarked;
