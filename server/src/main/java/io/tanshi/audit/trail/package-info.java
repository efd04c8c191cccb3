/** Where the entries are kept. */
@NullMarked
package io.tanshi.audit.trail;

import org.jspecify.annotations.NullMarked;
