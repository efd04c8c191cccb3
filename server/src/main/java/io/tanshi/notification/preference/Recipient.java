package io.tanshi.notification.preference;

import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import java.util.UUID;

/**
 * Whom a message is for. A candidate is the person, who may have no account yet; staff are accounts.
 *
 * @param id opaque
 */
public record Recipient(UUID id, boolean candidate) {

    public static Recipient of(CurrentAccount account) {
        PersonId person = account.personId();
        return person == null ? of(account.accountId()) : of(person);
    }

    public static Recipient of(PersonId person) {
        return new Recipient(person.value(), true);
    }

    public static Recipient of(AccountId account) {
        return new Recipient(account.value(), false);
    }
}
