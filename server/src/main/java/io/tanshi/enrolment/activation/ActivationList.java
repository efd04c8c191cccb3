package io.tanshi.enrolment.activation;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.identity.people.CandidateAccounts;
import io.tanshi.identity.people.CandidateAccounts.ActivationCode;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.PublicAddress;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Submitted candidates with their codes. Whoever sees a code is on record; a used one is shown no more. */
@Service
@Transactional
class ActivationList {

    /** Who is given a code: everybody whose application is with a reviewer, with the institution, or approved. */
    private static final Set<ApplicationState> GIVEN =
            EnumSet.of(ApplicationState.PENDING, ApplicationState.RETURNED, ApplicationState.APPROVED);

    /**
     * {@code code} and {@code link} are absent once the code was used.
     *
     * @param link opens the page with the code filled in; the code stands in the fragment, which no server is sent
     */
    record ActivationEntry(
            UUID applicationId,
            String name,
            String maskedNumber,
            String level,
            ApplicationState state,
            String stateLabel,
            @Nullable String code,
            @Nullable String link,
            OffsetDateTime expiresAt,
            boolean expired,
            @Nullable OffsetDateTime activatedAt) {}

    private final Dossiers dossiers;
    private final CandidateAccounts accounts;
    private final PublicAddress address;
    private final AuditTrail trail;
    private final Clock clock;

    ActivationList(
            Dossiers dossiers, CandidateAccounts accounts, PublicAddress address, AuditTrail trail, Clock clock) {
        this.dossiers = dossiers;
        this.accounts = accounts;
        this.address = address;
        this.trail = trail;
        this.clock = clock;
    }

    /** What becomes of a list of codes, as the trail names it. */
    enum Way {
        SHOWN("enrolment.activation-codes-shown"),
        EXPORTED("enrolment.activation-codes-exported"),
        PRINTED("enrolment.activation-codes-printed");

        private final String action;

        Way(String action) {
            this.action = action;
        }
    }

    List<ActivationEntry> of(SittingId sitting, Way way, CurrentAccount me) {
        List<ActivationEntry> entries = dossiers.ofInstitution(me.requireInstitution(), sitting, GIVEN).stream()
                .map(this::entry)
                .toList();
        if (!entries.isEmpty()) {
            trail.record(me.actor(), way.action, "sitting", sitting, Map.of("codes", entries.size()));
        }
        return entries;
    }

    /** The entry of one candidate, on record as the list is. */
    ActivationEntry one(Dossier dossier, CurrentAccount me) {
        trail.record(me.actor(), "enrolment.activation-code-shown", "application", dossier.id(), Map.of());
        return entry(dossier);
    }

    ActivationEntry reissue(Dossier dossier, String reason, CurrentAccount me) {
        accounts.reissue(dossier.person(), reason, me.actor());
        return one(dossier, me);
    }

    private ActivationEntry entry(Dossier d) {
        ActivationCode code = accounts.lastCode(d.person()).orElseGet(() -> accounts.codeFor(d.person()));
        boolean used = code.usedAt().isPresent();
        return new ActivationEntry(
                d.id().value(),
                d.registration().name(),
                d.registration().maskedDocumentNumber(),
                d.level().label(),
                d.state(),
                d.state().label(),
                used ? null : code.code(),
                used ? null : address.of("/activate#" + code.code()),
                time(code.expiresAt()),
                !used && code.expiresAt().isBefore(clock.instant()),
                code.usedAt().map(this::time).orElse(null));
    }

    private OffsetDateTime time(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
