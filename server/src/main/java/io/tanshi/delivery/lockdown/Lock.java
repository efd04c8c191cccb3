package io.tanshi.delivery.lockdown;

import io.tanshi.delivery.runner.OwnSessions.Own;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lock of one session, as it is asked for with every request.
 *
 * @param provenIn the entry that gave the proof; a failed check of an earlier entry holds a later one, too
 * @param page the number in the address of the page that gave the proof, as a hash; null without a proof
 * @param headerSeen whether that browser sends its keys with requests, too
 * @param since of this state; null where nothing is stored
 */
record Lock(
        Own own,
        LockState state,
        int provenIn,
        byte @Nullable [] page,
        boolean headerSeen,
        @Nullable Instant since) {

    static Lock without(Own own, LockState state) {
        return new Lock(own, state, own.session(), null, false, null);
    }

    Lock in(LockState next, Instant at) {
        return new Lock(own, next, provenIn, page, headerSeen, at);
    }

    Lock withoutHeaders() {
        return new Lock(own, state, provenIn, page, false, since);
    }
}
