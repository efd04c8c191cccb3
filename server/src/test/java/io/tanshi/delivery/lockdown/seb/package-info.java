/** Tests of the locked browser's configuration and keys. */
@NullMarked
package io.tanshi.delivery.lockdown.seb;

import org.jspecify.annotations.NullMarked;
