/** Business time, Asia/Shanghai; movable in the demo profile only. */
@NullMarked
package io.tanshi.platform.time;

import org.jspecify.annotations.NullMarked;
