@NullMarked
package io.tanshi.notification.outbox;

import org.jspecify.annotations.NullMarked;
