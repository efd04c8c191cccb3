/** Signing in and out, and the guard in front of every handler. */
@NullMarked
package io.tanshi.identity.login;

import org.jspecify.annotations.NullMarked;
