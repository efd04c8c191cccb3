/** The record of a sitting: what happened, drafted from the log, to be signed on paper and kept as a table. */
@NullMarked
package io.tanshi.delivery.record;

import org.jspecify.annotations.NullMarked;
