package io.tanshi.identity.people;

import io.tanshi.audit.Actor;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which accounts of staff there are to be told something, and where their owners want their e-mail. */
public interface StaffContacts {

    /** Accounts of an institution that are not suspended. */
    List<AccountId> ofInstitution(InstitutionId institution);

    /** Accounts with the role that are not suspended. */
    List<AccountId> withRole(Role role);

    /** Empty for an unknown or suspended account. */
    Optional<String> displayName(AccountId account);

    /** Empty when the owner gave none. */
    Optional<String> email(AccountId account);

    /** @param email null: no e-mail any more */
    void setEmail(AccountId account, @Nullable String email, Actor by);
}
