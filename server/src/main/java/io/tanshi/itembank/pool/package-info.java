/** Reads the bank for other modules: the pool and the candidate-safe view, and the solutions for marking. */
@NullMarked
package io.tanshi.itembank.pool;

import org.jspecify.annotations.NullMarked;
