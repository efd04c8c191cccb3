/** What an institution sees of its own candidates' study. */
@NullMarked
package io.tanshi.learning.supervision;

import org.jspecify.annotations.NullMarked;
