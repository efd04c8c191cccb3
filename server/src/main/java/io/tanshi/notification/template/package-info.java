/** The words of each kind of message as versioned data, and the channels it takes. */
@NullMarked
package io.tanshi.notification.template;

import org.jspecify.annotations.NullMarked;
