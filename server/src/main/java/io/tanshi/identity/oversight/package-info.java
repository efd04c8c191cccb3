/** The audit trail for those who may read it. */
@NullMarked
package io.tanshi.identity.oversight;

import org.jspecify.annotations.NullMarked;
