/** Studies and the time that is credited to them: windows, beats, receipts, the requirement. */
@NullMarked
package io.tanshi.learning.progress;

import org.jspecify.annotations.NullMarked;
