package io.tanshi.enrolment.review;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.review.ReviewViews.ClaimView;
import io.tanshi.enrolment.review.ReviewViews.QueueDocument;
import io.tanshi.enrolment.review.ReviewViews.QueueDocumentState;
import io.tanshi.enrolment.review.ReviewViews.QueueItem;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.ReviewPromise;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the queue. */
@Component
class QueueItems {

    private final Dossiers dossiers;
    private final Claims claims;
    private final Institutions institutions;
    private final ReviewPromise promise;
    private final Clock clock;

    QueueItems(Dossiers dossiers, Claims claims, Institutions institutions, ReviewPromise promise, Clock clock) {
        this.dossiers = dossiers;
        this.claims = claims;
        this.institutions = institutions;
        this.promise = promise;
        this.clock = clock;
    }

    List<QueueItem> of(List<UUID> ids, CurrentAccount me) {
        Map<UUID, Claims.Claim> claimed = claims.of(ids);
        Map<UUID, Map<DocumentKind, Document>> documents = dossiers.documents(ids);
        Map<UUID, List<Dossiers.Note>> notes = dossiers.notes(ids);
        Map<InstitutionId, String> names = new HashMap<>();
        return dossiers.of(ids).stream()
                .map(dossier -> item(
                        dossier,
                        documents.getOrDefault(dossier.id().value(), Map.of()),
                        notes.getOrDefault(dossier.id().value(), List.of()),
                        claim(claimed.get(dossier.id().value()), me),
                        names.computeIfAbsent(
                                dossier.institution(),
                                id -> institutions.view(id).name())))
                .toList();
    }

    private QueueItem item(
            Dossier d,
            Map<DocumentKind, Document> documents,
            List<Dossiers.Note> notes,
            @Nullable ClaimView claim,
            String institution) {
        WorkTime time = workTime(d);
        List<Dossiers.Note> open =
                notes.stream().filter(note -> !note.answered()).toList();
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
                        .map(kind -> new QueueDocument(kind, state(kind, documents, returned)))
                        .toList(),
                d.verdict(),
                Judgement.words(d),
                d.state(),
                d.state().label(),
                claim,
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
    OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
