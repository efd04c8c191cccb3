package io.tanshi.identity.people;

import io.tanshi.identity.session.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Accounts of candidates, opened by a one-time code that the institution hands out. */
public interface CandidateAccounts {

    /**
     * A one-time code.
     *
     * @param code as handed out, for example {@code 7KMQ-4T2X}
     * @param usedAt when the candidate activated the account
     */
    record ActivationCode(String code, Instant expiresAt, Optional<Instant> usedAt) {}

    /** The candidate's present code, making the account and a code when there is none; idempotent while it is valid. */
    ActivationCode codeFor(PersonId person);

    /** Whether the candidate has set a password. */
    boolean isActivated(PersonId person);
}
