/** What each recipient has chosen, and where a message reaches them. */
@NullMarked
package io.tanshi.notification.preference;

import org.jspecify.annotations.NullMarked;
