package io.tanshi.identity.accounts;

import static io.tanshi.identity.jooq.Tables.ACCOUNT;
import static io.tanshi.identity.jooq.Tables.ACCOUNT_ROLE;
import static io.tanshi.identity.jooq.Tables.INSTITUTION;

import io.tanshi.identity.jooq.tables.records.AccountRecord;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored accounts. */
@Repository
public class Accounts {

    private final DSLContext db;
    private final Clock clock;

    Accounts(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What signing in needs to know. */
    public record Credentials(
            CurrentAccount account, @Nullable String passwordHash, boolean active) {}

    record NewAccount(
            @Nullable String username,
            String displayName,
            Set<Role> roles,
            @Nullable InstitutionId institutionId,
            @Nullable PersonId personId,
            @Nullable String passwordHash) {}

    /** Inserts an account; empty when username or person already has one. */
    Optional<AccountId> insert(NewAccount account) {
        AccountId id = AccountId.next();
        int inserted = db.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, id.value())
                .set(ACCOUNT.USERNAME, account.username() == null ? null : normal(account.username()))
                .set(ACCOUNT.PASSWORD_HASH, account.passwordHash())
                .set(ACCOUNT.DISPLAY_NAME, account.displayName())
                .set(ACCOUNT.INSTITUTION_ID, value(account.institutionId()))
                .set(ACCOUNT.PERSON_ID, value(account.personId()))
                .set(ACCOUNT.STATUS, account.passwordHash() == null ? "INVITED" : "ACTIVE")
                .set(ACCOUNT.CREATED_AT, now())
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            return Optional.empty();
        }
        account.roles()
                .forEach(role -> db.insertInto(ACCOUNT_ROLE)
                        .values(id.value(), role.name())
                        .execute());
        return Optional.of(id);
    }

    public Optional<Credentials> byUsername(String username) {
        return find(ACCOUNT.USERNAME.eq(normal(username)));
    }

    public Optional<Credentials> byPerson(PersonId person) {
        return find(ACCOUNT.PERSON_ID.eq(person.value()));
    }

    Optional<Credentials> byId(AccountId id) {
        return find(ACCOUNT.ID.eq(id.value()));
    }

    private Optional<Credentials> find(Condition condition) {
        return db.select(ACCOUNT.asterisk(), INSTITUTION.STATUS)
                .from(ACCOUNT)
                .leftJoin(INSTITUTION)
                .on(INSTITUTION.ID.eq(ACCOUNT.INSTITUTION_ID))
                .where(condition)
                .fetchOptional(r -> {
                    AccountRecord account = r.into(ACCOUNT);
                    boolean suspended = "SUSPENDED".equals(r.get(INSTITUTION.STATUS));
                    return credentials(
                            account, !suspended && account.getStatus().equals("ACTIVE"));
                });
    }

    private Credentials credentials(AccountRecord r, boolean active) {
        UUID institution = r.getInstitutionId();
        UUID person = r.getPersonId();
        CurrentAccount account = new CurrentAccount(
                new AccountId(r.getId()),
                r.getDisplayName(),
                roles(r.getId()),
                institution == null ? null : new InstitutionId(institution),
                person == null ? null : new PersonId(person));
        return new Credentials(account, r.getPasswordHash(), active);
    }

    private Set<Role> roles(UUID account) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        db.select(ACCOUNT_ROLE.ROLE)
                .from(ACCOUNT_ROLE)
                .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(account))
                .forEach(r -> roles.add(Role.valueOf(r.value1())));
        return roles;
    }

    /** @return whether it was set; a suspended account takes no password */
    boolean setPassword(AccountId id, String hash) {
        return db.update(ACCOUNT)
                        .set(ACCOUNT.PASSWORD_HASH, hash)
                        .set(ACCOUNT.STATUS, "ACTIVE")
                        .where(ACCOUNT.ID.eq(id.value()))
                        .and(ACCOUNT.STATUS.ne("SUSPENDED"))
                        .execute()
                == 1;
    }

    /** Takes the password away: the account waits for its owner to set a new one. */
    void forgetPassword(AccountId id) {
        db.update(ACCOUNT)
                .setNull(ACCOUNT.PASSWORD_HASH)
                .set(ACCOUNT.STATUS, "INVITED")
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    void setStatus(AccountId id, String status) {
        db.update(ACCOUNT)
                .set(ACCOUNT.STATUS, status)
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    void setRoles(AccountId id, Set<Role> roles) {
        db.deleteFrom(ACCOUNT_ROLE)
                .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(id.value()))
                .execute();
        roles.forEach(role ->
                db.insertInto(ACCOUNT_ROLE).values(id.value(), role.name()).execute());
    }

    /** Notes the moment of a sign-in. */
    public void touch(AccountId id) {
        db.update(ACCOUNT)
                .set(ACCOUNT.LAST_SIGN_IN_AT, now())
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    boolean anyAdministrator() {
        return db.fetchExists(ACCOUNT_ROLE, ACCOUNT_ROLE.ROLE.eq(Role.ADMINISTRATOR.name()));
    }

    record Listed(
            AccountId id,
            String username,
            String displayName,
            Set<Role> roles,
            @Nullable String institutionName,
            String status,
            @Nullable OffsetDateTime lastSignInAt) {}

    /** All accounts of staff; candidates are not listed. */
    List<Listed> staff() {
        return listed(ACCOUNT.PERSON_ID.isNull());
    }

    /** The accounts of an institution's people. */
    List<Listed> staffOf(InstitutionId institution) {
        return listed(ACCOUNT.INSTITUTION_ID.eq(institution.value()).and(ACCOUNT.PERSON_ID.isNull()));
    }

    private List<Listed> listed(Condition condition) {
        return db.select(ACCOUNT.asterisk(), INSTITUTION.NAME)
                .from(ACCOUNT)
                .leftJoin(INSTITUTION)
                .on(INSTITUTION.ID.eq(ACCOUNT.INSTITUTION_ID))
                .where(condition)
                .orderBy(ACCOUNT.USERNAME)
                .fetch(r -> new Listed(
                        new AccountId(r.get(ACCOUNT.ID)),
                        r.get(ACCOUNT.USERNAME),
                        r.get(ACCOUNT.DISPLAY_NAME),
                        roles(r.get(ACCOUNT.ID)),
                        r.get(INSTITUTION.NAME),
                        r.get(ACCOUNT.STATUS),
                        r.get(ACCOUNT.LAST_SIGN_IN_AT)));
    }

    private static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable UUID value(@Nullable InstitutionId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID value(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
