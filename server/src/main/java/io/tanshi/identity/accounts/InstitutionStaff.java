package io.tanshi.identity.accounts;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.StaffAccounts.Invitation;
import io.tanshi.identity.StaffAccounts.NewStaff;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of one institution's own people; of other accounts it knows nothing. */
@Service
@Transactional
public class InstitutionStaff {

    /** An account as the institution's page lists it. */
    public record StaffLine(
            UUID id,
            String username,
            String displayName,
            List<Role> roles,
            String status,
            @Nullable OffsetDateTime lastSignInAt,
            boolean own) {}

    private final Accounts accounts;
    private final AccountOffice office;
    private final AuditTrail trail;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    InstitutionStaff(
            Accounts accounts,
            AccountOffice office,
            AuditTrail trail,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.accounts = accounts;
        this.office = office;
        this.trail = trail;
        this.sessions = sessions;
    }

    /** @param me whose line is marked as the own one */
    @Transactional(readOnly = true)
    public List<StaffLine> of(InstitutionId institution, @Nullable AccountId me) {
        return accounts.staffOf(institution).stream()
                .map(listed -> new StaffLine(
                        listed.id().value(),
                        listed.username(),
                        listed.displayName(),
                        listed.roles().stream().sorted().toList(),
                        listed.status(),
                        listed.lastSignInAt(),
                        listed.id().equals(me)))
                .toList();
    }

    /** @return how many sign-ins were ended */
    public int signOutAll(InstitutionId institution) {
        return accounts.staffOf(institution).stream()
                .mapToInt(listed -> signOut(listed.id()))
                .sum();
    }

    Invitation invite(InstitutionId institution, String username, String displayName, Actor by) {
        return office.invite(new NewStaff(username, displayName, Set.of(Role.INSTITUTION_STAFF), institution), by);
    }

    void suspend(InstitutionId institution, AccountId account, String reason, Actor by) {
        requireOwn(institution, account);
        office.suspend(account, reason, by);
    }

    void resume(InstitutionId institution, AccountId account, String reason, Actor by) {
        requireOwn(institution, account);
        office.resume(account, reason, by);
    }

    String reset(InstitutionId institution, AccountId account, String reason, Actor by) {
        requireOwn(institution, account);
        return office.reset(account, reason, by);
    }

    /** Makes another account of the institution its manager; whoever was it goes on as staff. */
    public void handOver(InstitutionId institution, AccountId to, String reason, Actor by) {
        Accounts.Listed heir = requireOwn(institution, to);
        if (!heir.status().equals("ACTIVE")) {
            throw Problem.of(IdentityError.LAST_MANAGER, heir.displayName() + " 的账号没有激活或已停用，不能接任负责人。请先让本人激活账号。");
        }
        List<Accounts.Listed> before = accounts.staffOf(institution).stream()
                .filter(listed -> listed.roles().contains(Role.INSTITUTION_MANAGER)
                        && !listed.id().equals(to))
                .toList();
        if (heir.roles().contains(Role.INSTITUTION_MANAGER) && before.isEmpty()) {
            throw Problem.of(IdentityError.LAST_MANAGER, heir.displayName() + " 已经是唯一的负责人，没有改动。");
        }
        before.forEach(listed -> become(listed.id(), Role.INSTITUTION_STAFF));
        become(to, Role.INSTITUTION_MANAGER);
        trail.record(
                by,
                "identity.institution-handed-over",
                "institution",
                institution,
                Map.of("to", to.toString(), "reason", reason));
    }

    /** A session carries the roles of its beginning, so it ends. */
    private void become(AccountId account, Role role) {
        accounts.setRoles(account, Set.of(role));
        signOut(account);
    }

    private int signOut(AccountId account) {
        Set<String> open = sessions.findByPrincipalName(account.toString()).keySet();
        open.forEach(sessions::deleteById);
        return open.size();
    }

    private Accounts.Listed requireOwn(InstitutionId institution, AccountId account) {
        return accounts.staffOf(institution).stream()
                .filter(listed -> Objects.equals(listed.id(), account))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这个账号"));
    }
}
