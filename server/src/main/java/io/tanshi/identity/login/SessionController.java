package io.tanshi.identity.login;

import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.identity.session.Role;
import io.tanshi.identity.session.SignedIn;
import io.tanshi.platform.Installation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/session")
class SessionController {

    private final SignIn signIn;
    private final SecurityContextRepository contexts;
    private final Institutions institutions;
    private final People people;
    private final Installation installation;
    private final Clock clock;

    SessionController(
            SignIn signIn,
            SecurityContextRepository contexts,
            Institutions institutions,
            People people,
            Installation installation,
            Clock clock) {
        this.signIn = signIn;
        this.contexts = contexts;
        this.institutions = institutions;
        this.people = people;
        this.installation = installation;
        this.clock = clock;
    }

    /** The present session as the shells of the web apps need it. */
    record SessionView(
            boolean signedIn,
            @Nullable String name,
            List<Role> roles,
            @Nullable String institutionName,
            boolean demo,
            OffsetDateTime now,
            String businessDate) {}

    record SignInRequest(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "SignInRequest[protected]";
        }
    }

    @GetMapping
    @PublicEndpoint("tells a visitor that nobody is signed in")
    SessionView session() {
        return CurrentSession.account().map(this::view).orElseGet(this::anonymous);
    }

    @PostMapping
    @PublicEndpoint("this is how one signs in; attempts are limited")
    SessionView signIn(
            @Valid @RequestBody SignInRequest body, HttpServletRequest request, HttpServletResponse response) {
        CurrentAccount account = signIn.check(body.username(), body.password());
        // A new session id, so that one planted before signing in is worth nothing.
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return view(account);
    }

    @DeleteMapping
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(CurrentAccount me, HttpServletRequest request) {
        signIn.signedOut(me);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private SessionView view(CurrentAccount account) {
        String institution = account.institutionId() == null
                ? null
                : institutions.view(account.institutionId()).name();
        String name = account.personId() == null
                ? account.displayName()
                : people.view(account.personId()).name();
        List<Role> roles = account.roles().stream().sorted().toList();
        return new SessionView(true, name, roles, institution, installation.isDemo(), now(), today());
    }

    private SessionView anonymous() {
        return new SessionView(false, null, List.of(), null, installation.isDemo(), now(), today());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private String today() {
        return now().toLocalDate().toString();
    }
}
