/** Accounts: invited, activated by a one-time code, suspended. */
@NullMarked
package io.tanshi.identity.accounts;

import org.jspecify.annotations.NullMarked;
