package io.tanshi.enrolment.activation;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.identity.people.CandidateAccounts;
import io.tanshi.identity.people.CandidateAccounts.ActivationCode;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Approved candidates with their codes. Whoever sees a code is on record; a used one is shown no more. */
@Service
@Transactional
class ActivationList {

    /** {@code code} is absent once it was used. */
    record ActivationEntry(
            UUID applicationId,
            String name,
            String maskedNumber,
            String level,
            @Nullable String code,
            OffsetDateTime expiresAt,
            boolean expired,
            @Nullable OffsetDateTime activatedAt) {}

    private final Dossiers dossiers;
    private final CandidateAccounts accounts;
    private final AuditTrail trail;
    private final Clock clock;

    ActivationList(Dossiers dossiers, CandidateAccounts accounts, AuditTrail trail, Clock clock) {
        this.dossiers = dossiers;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param how shown or exported */
    List<ActivationEntry> of(SittingId sitting, String how, CurrentAccount me) {
        List<ActivationEntry> entries =
                dossiers.ofInstitution(me.requireInstitution(), sitting, EnumSet.of(ApplicationState.APPROVED)).stream()
                        .map(this::entry)
                        .toList();
        if (!entries.isEmpty()) {
            trail.record(
                    me.actor(),
                    "enrolment.activation-codes-" + how,
                    "sitting",
                    sitting,
                    Map.of("codes", entries.size()));
        }
        return entries;
    }

    private ActivationEntry entry(Dossier d) {
        ActivationCode code = accounts.codeFor(d.person());
        boolean used = code.usedAt().isPresent();
        return new ActivationEntry(
                d.id().value(),
                d.registration().name(),
                d.registration().maskedDocumentNumber(),
                d.level().label(),
                used ? null : code.code(),
                code.expiresAt().atZone(clock.getZone()).toOffsetDateTime(),
                !used && code.expiresAt().isBefore(clock.instant()),
                code.usedAt()
                        .map(at -> at.atZone(clock.getZone()).toOffsetDateTime())
                        .orElse(null));
    }
}
