@NullMarked
package io.tanshi.delivery.record;

import org.jspecify.annotations.NullMarked;
