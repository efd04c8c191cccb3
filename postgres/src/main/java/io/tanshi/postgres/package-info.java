/** Starts and stops a PostgreSQL server from the binaries on the class path; knows nothing of Tanshi or Spring. */
@NullMarked
package io.tanshi.postgres;

import org.jspecify.annotations.NullMarked;
