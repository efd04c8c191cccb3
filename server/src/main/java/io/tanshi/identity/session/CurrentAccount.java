package io.tanshi.identity.session;

import io.tanshi.audit.Actor;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The signed-in account; a handler takes it as a parameter. Not a {@code java.security.Principal}: those parameters are
 * resolved by Spring before our own resolver, from the token instead of its account.
 *
 * @param displayName shown in the console and the trail; a candidate's is an opaque word, never the name
 * @param institutionId set exactly for staff of an institution
 * @param personId set exactly for candidates
 */
public record CurrentAccount(
        AccountId accountId,
        String displayName,
        Set<Role> roles,
        @Nullable InstitutionId institutionId,
        @Nullable PersonId personId)
        implements AuthenticatedPrincipal, Serializable {

    public CurrentAccount {
        roles = Set.copyOf(roles);
    }

    /** Who acts, for the audit trail. */
    public Actor actor() {
        return Actor.account(accountId.value(), displayName);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The institution of its staff; a broken invariant when the account has none. */
    public InstitutionId requireInstitution() {
        if (institutionId == null) {
            throw new IllegalStateException("Account " + accountId + " belongs to no institution");
        }
        return institutionId;
    }

    /** The person of a candidate's account; a broken invariant when the account has none. */
    public PersonId requirePerson() {
        if (personId == null) {
            throw new IllegalStateException("Account " + accountId + " is no candidate's");
        }
        return personId;
    }

    /** The name of the session's owner: the account's id, so that no personal data stands in the session table. */
    @Override
    public String getName() {
        return accountId.toString();
    }
}
