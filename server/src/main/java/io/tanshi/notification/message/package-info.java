/** Messages inside the application: who is told what, and the reader's own list. */
@NullMarked
package io.tanshi.notification.message;

import org.jspecify.annotations.NullMarked;
