/** Tells an administrator what waits for a second person, whichever module it is kept in. */
@NullMarked
package io.tanshi.identity.secondperson;

import org.jspecify.annotations.NullMarked;
