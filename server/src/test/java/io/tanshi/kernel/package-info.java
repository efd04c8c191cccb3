@NullMarked
package io.tanshi.kernel;

import org.jspecify.annotations.NullMarked;
