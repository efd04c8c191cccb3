package io.tanshi.identity.login;

import io.tanshi.identity.session.CurrentAccount;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The account of the present request. */
final class CurrentSession {

    private CurrentSession() {}

    static Optional<CurrentAccount> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentAccount account
                ? Optional.of(account)
                : Optional.empty();
    }
}
