package io.tanshi.identity.login;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.accounts.Accounts;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks who someone is. Staff sign in by username, candidates by identity number. */
@Service
class SignIn {

    private static final Pattern IDENTITY_NUMBER = Pattern.compile("\\d{17}[\\dXx]");

    private final Accounts accounts;
    private final People people;
    private final PasswordEncoder passwords;
    private final AuditTrail trail;
    private final AttemptLimit limit = new AttemptLimit();
    // Checked when there is no such account, so that the answer takes as long. Made beside the start, which it would
    // delay.
    private final CompletableFuture<String> noAccount;

    SignIn(Accounts accounts, People people, PasswordEncoder passwords, AuditTrail trail) {
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.trail = trail;
        this.noAccount = CompletableFuture.supplyAsync(() -> passwords.encode("no such account"));
    }

    @Transactional
    CurrentAccount check(String username, String password) {
        String typed = username.strip();
        String key = typed.toLowerCase(Locale.ROOT);
        limit.check(key);
        Optional<Accounts.Credentials> found = find(typed);
        String hash = found.map(Accounts.Credentials::passwordHash).orElseGet(noAccount::join);
        boolean matches = passwords.matches(password, hash);
        CurrentAccount account = found.filter(c -> matches && c.active())
                .map(Accounts.Credentials::account)
                .orElseThrow(SignIn::refused);
        limit.forget(key);
        accounts.touch(account.accountId());
        trail.record(account.actor(), "identity.signed-in", "account", account.accountId(), Map.of());
        return account;
    }

    @Transactional
    void signedOut(CurrentAccount account) {
        Actor actor = account.actor();
        trail.record(actor, "identity.signed-out", "account", account.accountId(), Map.of());
    }

    private Optional<Accounts.Credentials> find(String typed) {
        if (IDENTITY_NUMBER.matcher(typed).matches()) {
            return people.findByIdNumber(typed.toUpperCase(Locale.ROOT)).flatMap(accounts::byPerson);
        }
        return accounts.byUsername(typed);
    }

    private static Problem refused() {
        return Problem.of(IdentityError.WRONG_CREDENTIALS, "账号或密码不正确，或账号尚未激活、已停用。请核对后重试；首次使用请先激活账号。");
    }
}
