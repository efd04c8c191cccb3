package io.tanshi.identity;

import io.tanshi.audit.Actor;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts of staff, made by the administrator. */
public interface StaffAccounts {

    /** @param institutionId exactly for the roles of an institution */
    record NewStaff(
            String username,
            String displayName,
            Set<Role> roles,
            @Nullable InstitutionId institutionId) {}

    /**
     * An invited account.
     *
     * @param code one-time code with which its owner sets the password
     */
    record Invitation(AccountId accountId, String code) {}

    /**
     * @throws io.tanshi.platform.Problem {@code identity/name-taken} or {@code identity/role-mismatch}
     */
    Invitation invite(NewStaff staff, Actor by);

    /** Makes an account that is active at once; only where the password is not typed by a person, as for demo data. */
    AccountId createActive(NewStaff staff, String password, Actor by);

    /**
     * Ends all its sessions and refuses new ones.
     *
     * @param reason kept in the audit trail
     * @throws io.tanshi.platform.Problem {@code identity/own-account} when an administrator means the own account
     */
    void suspend(AccountId account, String reason, Actor by);

    /** @param reason kept in the audit trail */
    void resume(AccountId account, String reason, Actor by);
}
