/** Double marking by people, and its leader. */
@NullMarked
package io.tanshi.marking.human;

import org.jspecify.annotations.NullMarked;
