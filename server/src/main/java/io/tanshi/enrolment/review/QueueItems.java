package io.tanshi.enrolment.review;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.review.ReviewViews.ClaimView;
import io.tanshi.enrolment.review.ReviewViews.DecisionView;
import io.tanshi.enrolment.review.ReviewViews.QueueDocument;
import io.tanshi.enrolment.review.ReviewViews.QueueDocumentState;
import io.tanshi.enrolment.review.ReviewViews.QueueItem;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.people.Institutions.InstitutionView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.ReviewPromise;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the queue. */
@Component
class QueueItems {

    /** What reviewers do with an application without changing it. */
    @Component
    record Desks(Claims claims, DecisionStore decisions, Escalations escalations, BulkRule bulk) {}

    /** What is known of one row beside its dossier. */
    private record Around(
            Map<DocumentKind, Document> documents,
            List<Dossiers.Note> notes,
            @Nullable ClaimView claim,
            @Nullable DecisionView decision,
            boolean escalated,
            @Nullable String notForBulk) {}

    private final Dossiers dossiers;
    private final Desks desks;
    private final Institutions institutions;
    private final ReviewPromise promise;
    private final Clock clock;

    QueueItems(Dossiers dossiers, Desks desks, Institutions institutions, ReviewPromise promise, Clock clock) {
        this.dossiers = dossiers;
        this.desks = desks;
        this.institutions = institutions;
        this.promise = promise;
        this.clock = clock;
    }

    List<QueueItem> of(List<UUID> ids, CurrentAccount me) {
        List<Dossier> found = dossiers.of(ids);
        Map<UUID, Around> around = around(found, ids, me);
        Map<InstitutionId, String> names =
                institutions.all().stream().collect(Collectors.toMap(InstitutionView::id, InstitutionView::name));
        return found.stream()
                .map(dossier -> item(
                        dossier,
                        Objects.requireNonNull(around.get(dossier.id().value())),
                        Objects.requireNonNull(names.get(dossier.institution()))))
                .toList();
    }

    private Map<UUID, Around> around(List<Dossier> found, List<UUID> ids, CurrentAccount me) {
        Map<UUID, Claims.Claim> claimed = desks.claims().of(ids);
        Map<UUID, Decision> decided = desks.decisions().waiting(ids);
        Map<UUID, ?> escalated = desks.escalations().of(ids);
        Map<UUID, String> obstacles = desks.bulk().obstacles(found);
        Map<UUID, Map<DocumentKind, Document>> documents = dossiers.documents(ids);
        Map<UUID, List<Dossiers.Note>> notes = dossiers.notes(ids);
        return ids.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Around(
                                documents.getOrDefault(id, Map.of()),
                                notes.getOrDefault(id, List.of()),
                                claim(claimed.get(id), me),
                                decision(decided.get(id), me),
                                escalated.containsKey(id),
                                obstacles.get(id))));
    }

    private QueueItem item(Dossier d, Around around, String institution) {
        WorkTime time = workTime(d);
        List<Dossiers.Note> open =
                around.notes().stream().filter(note -> !note.answered()).toList();
        Set<DocumentKind> returned =
                open.stream().map(note -> note.note().kind()).collect(Collectors.toSet());
        return new QueueItem(
                d.id().value(),
                d.version(),
                time(d.clock().dueAt()),
                d.clock().provisional(),
                time.urgency(),
                time.minutes(),
                d.registration().name(),
                d.registration().maskedDocumentNumber(),
                d.level().label(),
                institution,
                Arrays.stream(DocumentKind.values())
                        .map(kind -> new QueueDocument(kind, state(kind, around.documents(), returned)))
                        .toList(),
                d.verdict(),
                Judgement.words(d),
                d.state(),
                d.state().label(),
                around.claim(),
                around.decision(),
                around.escalated(),
                around.notForBulk(),
                d.state() == ApplicationState.RETURNED ? waitingFor(open) : null,
                time(d.submittedAt()));
    }

    private static QueueDocumentState state(
            DocumentKind kind, Map<DocumentKind, Document> documents, Set<DocumentKind> returned) {
        if (returned.contains(kind)) {
            return QueueDocumentState.RETURNED;
        }
        return documents.containsKey(kind) ? QueueDocumentState.PRESENT : QueueDocumentState.NOT_NEEDED;
    }

    private static String waitingFor(List<Dossiers.Note> open) {
        return open.stream()
                .map(note -> note.note().kind().label() + note.note().reason().label())
                .collect(Collectors.joining("、"));
    }

    WorkTime workTime(Dossier d) {
        return WorkTime.of(d.clock(), promise, clock.instant());
    }

    @Nullable
    ClaimView claim(Claims.@Nullable Claim claim, CurrentAccount me) {
        return claim == null
                ? null
                : new ClaimView(
                        claim.isOf(me),
                        claim.name(),
                        claim.claimedAt().atZone(clock.getZone()).toOffsetDateTime(),
                        claim.expiresAt().atZone(clock.getZone()).toOffsetDateTime());
    }

    @Nullable
    DecisionView decision(@Nullable Decision decision, CurrentAccount me) {
        return decision == null
                ? null
                : new DecisionView(
                        decision.kind().label(),
                        decision.isOf(me),
                        decision.reviewerName(),
                        decision.decidedAt().atZone(clock.getZone()).toOffsetDateTime());
    }

    @Nullable
    OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
