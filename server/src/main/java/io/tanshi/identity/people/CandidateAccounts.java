package io.tanshi.identity.people;

import io.tanshi.audit.Actor;
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

    /**
     * The candidate's present code, used or valid; makes the account, and a code when there is none or the last one has
     * expired.
     */
    ActivationCode codeFor(PersonId person);

    /** The last code handed out, valid or not; empty when there never was one. */
    Optional<ActivationCode> lastCode(PersonId person);

    /**
     * A new code in place of the last one, which opens nothing any more. A candidate who has set a password loses it and
     * is signed out everywhere: this is also the help for a forgotten password.
     */
    ActivationCode reissue(PersonId person, String reason, Actor by);

    /** Whether the candidate has set a password. */
    boolean isActivated(PersonId person);
}
