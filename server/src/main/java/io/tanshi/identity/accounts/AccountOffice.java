package io.tanshi.identity.accounts;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.AccountInvited;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.StaffAccounts;
import io.tanshi.identity.people.CandidateAccounts;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites, activates and suspends accounts. */
@Service
class AccountOffice implements StaffAccounts, CandidateAccounts {

    // A candidate's account carries no name: the name stands with the person only.
    private static final String CANDIDATE_LABEL = "考生";

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final People people;
    private final PasswordEncoder passwords;
    private final AuditTrail trail;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountOffice(
            Accounts accounts,
            OneTimeCodes codes,
            People people,
            PasswordEncoder passwords,
            AuditTrail trail,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.people = people;
        this.passwords = passwords;
        this.trail = trail;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Invitation invite(NewStaff staff, Actor by) {
        AccountId id = insert(staff, null, by);
        events.publishEvent(new AccountInvited(id, clock.instant()));
        return new Invitation(id, codes.issue(id).code());
    }

    @Override
    @Transactional
    public AccountId createActive(NewStaff staff, String password, Actor by) {
        return insert(staff, passwords.encode(password), by);
    }

    private AccountId insert(NewStaff staff, @Nullable String hash, Actor by) {
        boolean ofInstitution = staff.roles().stream().anyMatch(Role::isOfInstitution);
        if (ofInstitution != (staff.institutionId() != null)
                || staff.roles().isEmpty()
                || staff.roles().contains(Role.CANDIDATE)) {
            throw Problem.of(IdentityError.ROLE_MISMATCH, "机构角色必须选定所属机构，其他角色不能选机构；至少选一个角色。")
                    .field("roles", "角色与所属机构不一致");
        }
        AccountId id = accounts.insert(new Accounts.NewAccount(
                        staff.username(), staff.displayName(), staff.roles(), staff.institutionId(), null, hash))
                .orElseThrow(() -> Problem.of(IdentityError.NAME_TAKEN, "用户名“" + staff.username() + "”已被使用。请换一个。")
                        .field("username", "已被使用"));
        trail.record(by, "identity.account-created", "account", id, Map.of("roles", staff.roles()));
        return id;
    }

    @Override
    @Transactional
    public void suspend(AccountId account, String reason, Actor by) {
        requireOther(account, by);
        known(account);
        accounts.setStatus(account, "SUSPENDED");
        sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
        trail.record(by, "identity.account-suspended", "account", account, Map.of("reason", reason));
    }

    @Override
    @Transactional
    public void resume(AccountId account, String reason, Actor by) {
        boolean hasPassword = known(account).passwordHash() != null;
        accounts.setStatus(account, hasPassword ? "ACTIVE" : "INVITED");
        trail.record(by, "identity.account-resumed", "account", account, Map.of("reason", reason));
    }

    /** A new one-time code for an account whose owner lost the password; the old password stops working. */
    @Transactional
    String reset(AccountId account, String reason, Actor by) {
        requireOther(account, by);
        known(account);
        accounts.forgetPassword(account);
        sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
        trail.record(by, "identity.account-reset", "account", account, Map.of("reason", reason));
        return codes.issue(account).code();
    }

    private Accounts.Credentials known(AccountId account) {
        return accounts.byId(account).orElseThrow(() -> Problem.notFound("这个账号"));
    }

    // Otherwise the only administrator could lock everybody out with one click.
    private static void requireOther(AccountId account, Actor by) {
        if (account.value().equals(by.id())) {
            throw Problem.of(IdentityError.OWN_ACCOUNT, "这是你自己的账号，不能由你停用或重置。请让另一位管理员来做。");
        }
    }

    @Override
    @Transactional
    public ActivationCode codeFor(PersonId person) {
        AccountId account = candidateAccount(person);
        return codes.latest(account)
                .filter(this::isUsedOrValid)
                .map(AccountOffice::code)
                .orElseGet(() -> code(codes.issue(account)));
    }

    private boolean isUsedOrValid(OneTimeCodes.Issued issued) {
        return issued.usedAt().isPresent() || issued.expiresAt().isAfter(clock.instant());
    }

    private static ActivationCode code(OneTimeCodes.Issued issued) {
        return new ActivationCode(issued.code(), issued.expiresAt(), issued.usedAt());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ActivationCode> lastCode(PersonId person) {
        return accounts.byPerson(person)
                .flatMap(found -> codes.latest(found.account().accountId()))
                .map(AccountOffice::code);
    }

    @Override
    @Transactional
    public ActivationCode reissue(PersonId person, String reason, Actor by) {
        AccountId account = candidateAccount(person);
        Accounts.Credentials known = known(account);
        boolean hadPassword = known.passwordHash() != null;
        if (hadPassword && !known.active()) {
            throw Problem.of(IdentityError.ACTIVATION_REFUSED, "这个账号已停用，不能重新发放激活码。请联系管理员。");
        }
        if (hadPassword) {
            accounts.forgetPassword(account);
            sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
        }
        trail.record(
                by,
                "identity.activation-code-reissued",
                "account",
                account,
                Map.of("reason", reason, "passwordTaken", hadPassword));
        return code(codes.issue(account));
    }

    private AccountId candidateAccount(PersonId person) {
        Optional<AccountId> made = accounts.insert(
                new Accounts.NewAccount(null, CANDIDATE_LABEL, Set.of(Role.CANDIDATE), null, person, null));
        return made.orElseGet(
                () -> accounts.byPerson(person).orElseThrow().account().accountId());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isActivated(PersonId person) {
        return accounts.byPerson(person).map(c -> c.passwordHash() != null).orElse(false);
    }

    /**
     * Sets the password of the account whose code was typed. A candidate also gives the identity number's last four
     * characters, so that a code found on paper alone opens nothing.
     */
    @Transactional
    void activate(String code, @Nullable String idNumberTail, String password) {
        AccountId id = codes.redeem(code).orElseThrow(AccountOffice::refused);
        PersonId person = accounts.byId(id).orElseThrow().account().personId();
        if (person != null && !tailMatches(person, idNumberTail)) {
            throw refused();
        }
        PasswordRule.check(password);
        if (!accounts.setPassword(id, passwords.encode(password))) {
            throw refused();
        }
        codes.markUsed(code);
        trail.record(Actor.account(id.value(), "账号本人"), "identity.account-activated", "account", id, Map.of());
    }

    private boolean tailMatches(PersonId person, @Nullable String tail) {
        String masked = people.view(person).maskedIdNumber();
        return tail != null && masked.substring(masked.length() - 4).equalsIgnoreCase(tail.strip());
    }

    private static Problem refused() {
        return Problem.of(IdentityError.ACTIVATION_REFUSED, "激活码与证件号后四位对不上，或激活码已用过、已过期。请核对机构发给你的激活码；仍不行请联系你的培训机构重新发放。")
                .field("code", "请核对激活码与证件号后四位");
    }
}
