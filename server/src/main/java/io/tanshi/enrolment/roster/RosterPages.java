package io.tanshi.enrolment.roster;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.checking.DataChecks;
import io.tanshi.enrolment.checking.Report;
import io.tanshi.enrolment.checking.ReportViews;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.roster.RosterViews.RosterCount;
import io.tanshi.enrolment.roster.RosterViews.RosterDetail;
import io.tanshi.enrolment.roster.RosterViews.RosterDocument;
import io.tanshi.enrolment.roster.RosterViews.RosterEntry;
import io.tanshi.enrolment.roster.RosterViews.RosterField;
import io.tanshi.enrolment.roster.RosterViews.RosterNote;
import io.tanshi.enrolment.roster.RosterViews.RosterStep;
import io.tanshi.enrolment.roster.RosterViews.RosterView;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes an institution's roster. */
@Component
@Transactional(readOnly = true)
class RosterPages {

    private final Dossiers dossiers;
    private final DataChecks checks;
    private final ReportViews reports;
    private final Clock clock;

    RosterPages(Dossiers dossiers, DataChecks checks, ReportViews reports, Clock clock) {
        this.dossiers = dossiers;
        this.checks = checks;
        this.reports = reports;
        this.clock = clock;
    }

    /** What stands beside the applications, read for all of them at once. */
    private record Beside(
            Map<UUID, List<Dossiers.Note>> notes,
            Map<UUID, List<Report>> reports,
            Map<UUID, List<DataChecks.Upload>> uploads,
            Map<UUID, Map<DocumentKind, Document>> documents) {}

    private Beside beside(List<UUID> ids) {
        return new Beside(dossiers.notes(ids), checks.reports(ids), checks.uploads(ids), dossiers.documents(ids));
    }

    RosterView roster(InstitutionId institution, SittingId sitting) {
        List<Dossier> all = dossiers.ofInstitution(institution, sitting, EnumSet.allOf(ApplicationState.class));
        Beside beside = beside(all.stream().map(dossier -> dossier.id().value()).toList());
        List<RosterCount> counts = Arrays.stream(ApplicationState.values())
                .map(state -> new RosterCount(state, state.label(), (int)
                        all.stream().filter(dossier -> dossier.state() == state).count()))
                .filter(count -> count.people() > 0)
                .toList();
        return new RosterView(
                counts, all.stream().map(dossier -> entry(dossier, beside)).toList());
    }

    RosterDetail detail(Dossier dossier) {
        UUID id = dossier.id().value();
        Beside beside = beside(List.of(id));
        boolean editable = dossier.state() == ApplicationState.RETURNED;
        return new RosterDetail(
                entry(dossier, beside),
                editable,
                fields(dossier.registration(), editable),
                documents(beside, id),
                beside.notes().getOrDefault(id, List.of()).stream()
                        .map(RosterPages::note)
                        .toList(),
                beside.reports().getOrDefault(id, List.of()).stream()
                        .map(reports::of)
                        .toList(),
                optional(checks.confirmedAt(
                                dossier.id(),
                                checks.digest(dossier, beside.documents().getOrDefault(id, Map.of())))
                        .orElse(null)),
                dossiers.steps(dossier.id()).stream()
                        .map(step -> new RosterStep(
                                step.verb(), step.verb().label(), time(step.at()), step.actor(), step.words()))
                        .toList());
    }

    private List<RosterDocument> documents(Beside beside, UUID id) {
        Map<DocumentKind, Document> documents = beside.documents().getOrDefault(id, Map.of());
        List<DataChecks.Upload> uploads = beside.uploads().getOrDefault(id, List.of());
        return Arrays.stream(DocumentKind.values())
                .map(kind -> {
                    Document document = documents.get(kind);
                    return new RosterDocument(
                            kind,
                            kind.label(),
                            document != null,
                            document == null ? null : document.mediaType(),
                            uploads.stream()
                                    .filter(upload -> upload.kind() == kind && upload.isIn(documents))
                                    .map(upload -> time(upload.at()))
                                    .findFirst()
                                    .orElse(null));
                })
                .toList();
    }

    private static List<String> sentIn(Dossier d, Beside beside) {
        UUID id = d.id().value();
        if (d.state() != ApplicationState.RETURNED) {
            return List.of();
        }
        Map<DocumentKind, Document> documents = beside.documents().getOrDefault(id, Map.of());
        return beside.uploads().getOrDefault(id, List.of()).stream()
                .filter(upload -> upload.isIn(documents))
                .map(upload -> upload.kind().label())
                .distinct()
                .toList();
    }

    private static List<RosterField> fields(Registration registration, boolean editable) {
        return Arrays.stream(Column.values())
                .filter(column -> column != Column.NUMBER)
                .map(column -> new RosterField(
                        column.name(), column.label(), text(registration, column, editable), column.isRequired()))
                .toList();
    }

    private static String text(Registration registration, Column column, boolean whole) {
        if (whole) {
            return registration.text(column);
        }
        return switch (column) {
            case DOCUMENT_NUMBER -> registration.maskedDocumentNumber();
            case PHONE -> registration.maskedPhone();
            default -> registration.text(column);
        };
    }

    private RosterEntry entry(Dossier d, Beside beside) {
        UUID id = d.id().value();
        return new RosterEntry(
                d.id().value(),
                d.version(),
                d.registration().name(),
                d.registration().maskedDocumentNumber(),
                d.level().label(),
                d.state(),
                d.state().label(),
                optional(d.submittedAt()),
                optional(d.clock().dueAt()),
                optional(d.decidedAt()),
                beside.notes().getOrDefault(id, List.of()).stream()
                        .filter(note -> !note.answered())
                        .map(RosterPages::note)
                        .toList(),
                sentIn(d, beside),
                beside.reports().getOrDefault(id, List.of()).stream()
                        .filter(Report::isPending)
                        .map(reports::of)
                        .toList());
    }

    private static RosterNote note(Dossiers.Note note) {
        return new RosterNote(
                note.note().kind(),
                note.note().kind().label(),
                note.note().reason(),
                note.note().reason().label(),
                note.note().words(),
                note.answered());
    }

    private @Nullable OffsetDateTime optional(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    private OffsetDateTime time(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
