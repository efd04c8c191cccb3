package io.tanshi.enrolment.candidate;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.candidate.CandidateViews.OwnApplication;
import io.tanshi.enrolment.candidate.CandidateViews.OwnApplicationDetail;
import io.tanshi.enrolment.candidate.CandidateViews.OwnClause;
import io.tanshi.enrolment.candidate.CandidateViews.OwnDocument;
import io.tanshi.enrolment.candidate.CandidateViews.OwnField;
import io.tanshi.enrolment.candidate.CandidateViews.ReturnedPaper;
import io.tanshi.enrolment.checking.DataChecks;
import io.tanshi.enrolment.checking.Report;
import io.tanshi.enrolment.checking.ReportViews;
import io.tanshi.enrolment.checking.Subject;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.people.Institutions.InstitutionView;
import io.tanshi.identity.session.PersonId;
import io.tanshi.platform.paper.HouseFonts;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes what a candidate sees. */
@Component
@Transactional(readOnly = true)
class CandidatePages {

    private final Dossiers dossiers;
    private final DataChecks checks;
    private final ReportViews reports;
    private final Sittings sittings;
    private final Programmes programmes;
    private final Institutions institutions;
    private final HouseFonts fonts;
    private final Clock clock;

    CandidatePages(
            Dossiers dossiers,
            DataChecks checks,
            ReportViews reports,
            Sittings sittings,
            Programmes programmes,
            Institutions institutions,
            HouseFonts fonts,
            Clock clock) {
        this.dossiers = dossiers;
        this.checks = checks;
        this.reports = reports;
        this.sittings = sittings;
        this.programmes = programmes;
        this.institutions = institutions;
        this.fonts = fonts;
        this.clock = clock;
    }

    List<OwnApplication> list(PersonId person) {
        return dossiers.ofPerson(person).stream()
                .filter(dossier -> dossier.state() != ApplicationState.WITHDRAWN)
                .map(dossier -> view(dossier, dossiers.documents(dossier.id())))
                .toList();
    }

    OwnApplicationDetail detail(Dossier d) {
        Map<DocumentKind, Document> documents = dossiers.documents(d.id());
        OwnApplication application = view(d, documents);
        return new OwnApplicationDetail(
                application,
                d.version(),
                d.registration().name(),
                fonts.undrawable(d.registration().name()),
                clause(d),
                fields(d.registration()),
                documents(documents, application.returned()),
                checks.reports(d.id()).stream().map(reports::of).toList(),
                checks.digest(d, documents));
    }

    private static List<OwnField> fields(Registration registration) {
        return Arrays.stream(Column.values())
                .filter(column -> column != Column.NUMBER && column != Column.NAME)
                .filter(column -> !registration.text(column).isEmpty())
                .map(column -> new OwnField(Subject.of(column).code(), column.label(), text(registration, column)))
                .toList();
    }

    private static List<OwnDocument> documents(Map<DocumentKind, Document> documents, List<ReturnedPaper> returned) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind ->
                        documents.containsKey(kind) || returned.stream().anyMatch(paper -> paper.kind() == kind))
                .map(kind -> {
                    Document document = documents.get(kind);
                    return new OwnDocument(
                            kind,
                            Subject.of(kind).code(),
                            kind.fileName(),
                            document == null ? null : document.mediaType(),
                            returned.stream()
                                    .filter(paper -> paper.kind() == kind)
                                    .findFirst()
                                    .orElse(null));
                })
                .toList();
    }

    private @Nullable OwnClause clause(Dossier d) {
        Integer number = d.clause();
        if (number == null) {
            return null;
        }
        int wanted = number;
        return programmes.ruleSets().stream()
                .filter(rules -> rules.code().equals(d.ruleSet()))
                .flatMap(rules -> rules.clausesOf(d.level()).stream())
                .filter(clause -> clause.number() == wanted)
                .map(clause -> new OwnClause(clause.label(), clause.text()))
                .findFirst()
                .orElse(null);
    }

    private OwnApplication view(Dossier d, Map<DocumentKind, Document> documents) {
        Sitting sitting = sittings.get(d.sitting());
        InstitutionView institution = institutions.view(d.institution());
        return new OwnApplication(
                d.id().value(),
                sitting.id().value(),
                sitting.code(),
                sitting.name(),
                sitting.examDate(),
                at(sitting.examAt()),
                at(sitting.registrationClosesAt()),
                d.level().label(),
                d.state(),
                d.state().label(),
                institution.name(),
                institution.contact(),
                time(d.submittedAt()),
                time(d.clock().dueAt()),
                time(d.decidedAt()),
                checks.confirmedAt(d.id(), checks.digest(d, documents))
                        .map(this::at)
                        .orElse(null),
                (int) checks.reports(d.id()).stream().filter(Report::isPending).count(),
                returned(d, documents));
    }

    /** One line for each paper, in the words given last. */
    private List<ReturnedPaper> returned(Dossier d, Map<DocumentKind, Document> documents) {
        if (d.state() != ApplicationState.RETURNED) {
            return List.of();
        }
        UUID id = d.id().value();
        List<DataChecks.Upload> uploads = checks.uploads(List.of(id)).getOrDefault(id, List.of());
        return dossiers.notes(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(note -> !note.answered())
                .map(Dossiers.Note::note)
                .map(note -> returned(note, uploads, documents))
                .sorted((a, b) -> a.kind().compareTo(b.kind()))
                .toList();
    }

    private ReturnedPaper returned(
            ReturnNote note, List<DataChecks.Upload> uploads, Map<DocumentKind, Document> documents) {
        return new ReturnedPaper(
                note.kind(),
                note.kind().fileName(),
                note.reason().label(),
                note.words(),
                uploads.stream()
                        .filter(upload -> upload.kind() == note.kind() && upload.isIn(documents))
                        .map(upload -> at(upload.at()))
                        .findFirst()
                        .orElse(null));
    }

    private static String text(Registration registration, Column column) {
        return switch (column) {
            case DOCUMENT_NUMBER -> registration.maskedDocumentNumber();
            case PHONE -> registration.maskedPhone();
            default -> registration.text(column);
        };
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
