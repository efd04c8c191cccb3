package io.tanshi.identity.accounts;

import static io.tanshi.identity.jooq.Tables.ACCOUNT;
import static io.tanshi.identity.jooq.Tables.ACCOUNT_ROLE;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.people.StaffContacts;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.DataKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Addresses of staff, encrypted like everything that reaches a person. */
@Repository
@Transactional
class StoredStaffContacts implements StaffContacts {

    private static final String PURPOSE = "account";

    private final DSLContext db;
    private final DataKeys keys;
    private final AuditTrail trail;

    StoredStaffContacts(DSLContext db, DataKeys keys, AuditTrail trail) {
        this.db = db;
        this.keys = keys;
        this.trail = trail;
    }

    @Override
    public List<AccountId> ofInstitution(InstitutionId institution) {
        return accounts(ACCOUNT.INSTITUTION_ID.eq(institution.value()));
    }

    @Override
    public List<AccountId> withRole(Role role) {
        return accounts(DSL.exists(db.selectOne()
                .from(ACCOUNT_ROLE)
                .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
                .and(ACCOUNT_ROLE.ROLE.eq(role.name()))));
    }

    private List<AccountId> accounts(Condition which) {
        return db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(which)
                .and(inUse())
                .orderBy(ACCOUNT.ID)
                .fetch(r -> new AccountId(r.value1()));
    }

    @Override
    public Optional<String> displayName(AccountId account) {
        return db.select(ACCOUNT.DISPLAY_NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account.value()))
                .and(inUse())
                .fetchOptional(ACCOUNT.DISPLAY_NAME);
    }

    @Override
    public Optional<String> email(AccountId account) {
        return db.select(ACCOUNT.EMAIL_CIPHER)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account.value()))
                .and(ACCOUNT.EMAIL_CIPHER.isNotNull())
                .and(inUse())
                .fetchOptional(r -> keys.decryptText(PURPOSE, r.value1(), place(account)));
    }

    @Override
    public void setEmail(AccountId account, @Nullable String email, Actor by) {
        db.update(ACCOUNT)
                .set(ACCOUNT.EMAIL_CIPHER, email == null ? null : keys.encryptText(PURPOSE, email, place(account)))
                .where(ACCOUNT.ID.eq(account.value()))
                .execute();
        trail.record(by, "identity.contact-address-changed", "account", account, Map.of("given", email != null));
    }

    private static Condition inUse() {
        return ACCOUNT.STATUS.ne("SUSPENDED");
    }

    private static String place(AccountId account) {
        return "account-email:" + account;
    }
}
