package io.tanshi.identity.session;

import java.util.List;

/** A module in which some acts take two administrators. Called within a transaction. */
public interface TwoPersonActs {

    /** What waits for this account to confirm; nothing that it proposed itself, for that waits for somebody else. */
    List<WaitingAct> waitingFor(AccountId me);
}
