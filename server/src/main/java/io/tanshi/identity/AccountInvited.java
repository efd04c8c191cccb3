package io.tanshi.identity;

import io.tanshi.identity.session.AccountId;
import java.time.Instant;

/** An account of staff was made and waits for its owner to set a password. */
public record AccountInvited(AccountId accountId, Instant at) {}
