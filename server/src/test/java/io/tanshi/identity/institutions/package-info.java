@NullMarked
package io.tanshi.identity.institutions;

import org.jspecify.annotations.NullMarked;
