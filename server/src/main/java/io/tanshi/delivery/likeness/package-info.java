/** Whether it is the registered person who sits there: the registered photo beside the camera's picture, for people to judge. */
@NullMarked
package io.tanshi.delivery.likeness;

import org.jspecify.annotations.NullMarked;
