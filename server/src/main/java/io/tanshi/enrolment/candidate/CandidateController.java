package io.tanshi.enrolment.candidate;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.papers.PaperAnswers;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.people.Institutions.InstitutionView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own applications. */
@RestController
@RequestMapping("/api/candidate/applications")
@Requires(Role.CANDIDATE)
class CandidateController {

    private final Dossiers dossiers;
    private final Sittings sittings;
    private final Institutions institutions;
    private final PaperAnswers papers;
    private final Clock clock;

    CandidateController(
            Dossiers dossiers, Sittings sittings, Institutions institutions, PaperAnswers papers, Clock clock) {
        this.dossiers = dossiers;
        this.sittings = sittings;
        this.institutions = institutions;
        this.papers = papers;
        this.clock = clock;
    }

    /** A registration as the home page shows it. */
    record OwnApplication(
            UUID id,
            UUID sittingId,
            String sittingCode,
            String sittingName,
            LocalDate examDate,
            OffsetDateTime examAt,
            String level,
            ApplicationState state,
            String stateLabel,
            String institution,
            String institutionContact,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime decidedAt) {}

    /** What the institution has handed in, numbers masked. */
    record OwnApplicationDetail(OwnApplication application, List<OwnField> fields, List<OwnDocument> documents) {}

    record OwnField(String label, String text) {}

    record OwnDocument(
            DocumentKind kind, String label, @Nullable String mediaType) {}

    /** Newest first; withdrawn ones are left out. */
    @GetMapping
    List<OwnApplication> ownApplications(CurrentAccount me) {
        return dossiers.ofPerson(me.requirePerson()).stream()
                .filter(dossier -> dossier.state() != ApplicationState.WITHDRAWN)
                .map(this::view)
                .toList();
    }

    @GetMapping("/{id}")
    OwnApplicationDetail ownApplication(@PathVariable UUID id, CurrentAccount me) {
        Dossier dossier = own(id, me);
        Map<DocumentKind, Document> documents = dossiers.documents(dossier.id());
        return new OwnApplicationDetail(
                view(dossier),
                Arrays.stream(Column.values())
                        .filter(column -> column != Column.NUMBER)
                        .filter(column -> !dossier.registration().text(column).isEmpty())
                        .map(column -> new OwnField(column.label(), text(dossier.registration(), column)))
                        .toList(),
                documents.values().stream()
                        .sorted((a, b) -> a.kind().compareTo(b.kind()))
                        .map(document ->
                                new OwnDocument(document.kind(), document.kind().fileName(), document.mediaType()))
                        .toList());
    }

    @GetMapping("/{id}/files/{kind}")
    ResponseEntity<Resource> ownFile(
            @PathVariable UUID id,
            @PathVariable DocumentKind kind,
            @RequestParam(defaultValue = "false") boolean small,
            CurrentAccount me)
            throws IOException {
        Document document = dossiers.documents(own(id, me).id()).get(kind);
        if (document == null) {
            throw Problem.notFound("这份材料");
        }
        return small ? papers.small(document) : papers.whole(document);
    }

    private Dossier own(UUID id, CurrentAccount me) {
        return dossiers.find(new ApplicationId(id))
                .filter(dossier -> dossier.person().equals(me.requirePerson()))
                .orElseThrow(() -> Problem.notFound("这份报名"));
    }

    private OwnApplication view(Dossier d) {
        Sitting sitting = sittings.get(d.sitting());
        InstitutionView institution = institutions.view(d.institution());
        return new OwnApplication(
                d.id().value(),
                sitting.id().value(),
                sitting.code(),
                sitting.name(),
                sitting.examDate(),
                sitting.examAt().atZone(clock.getZone()).toOffsetDateTime(),
                d.level().label(),
                d.state(),
                d.state().label(),
                institution.name(),
                institution.contact(),
                time(d.submittedAt()),
                time(d.clock().dueAt()),
                time(d.decidedAt()));
    }

    private static String text(Registration registration, Column column) {
        return switch (column) {
            case DOCUMENT_NUMBER -> registration.maskedDocumentNumber();
            case PHONE -> registration.maskedPhone();
            default -> registration.text(column);
        };
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
