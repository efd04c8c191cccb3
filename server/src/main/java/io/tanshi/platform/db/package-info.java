/** The database: embedded or external, checked for durability before anything is written. */
@NullMarked
package io.tanshi.platform.db;

import org.jspecify.annotations.NullMarked;
