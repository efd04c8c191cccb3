@NullMarked
package io.tanshi.audit;

import org.jspecify.annotations.NullMarked;
