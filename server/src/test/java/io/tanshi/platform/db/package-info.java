/** What tests need of the migrations. */
@NullMarked
package io.tanshi.platform.db;

import org.jspecify.annotations.NullMarked;
