/** The invigilator's board: who is where, who needs attention, and what was done about it. */
@NullMarked
package io.tanshi.delivery.invigilation;

import org.jspecify.annotations.NullMarked;
