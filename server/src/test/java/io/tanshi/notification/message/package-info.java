@NullMarked
package io.tanshi.notification.message;

import org.jspecify.annotations.NullMarked;
