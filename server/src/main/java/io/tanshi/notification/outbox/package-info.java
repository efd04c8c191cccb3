/** What leaves the application: kept, claimed, handed over at most once without a person's word, and shown. */
@NullMarked
package io.tanshi.notification.outbox;

import org.jspecify.annotations.NullMarked;
