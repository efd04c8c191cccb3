package io.tanshi.enrolment.candidate;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.checking.ReportViews.DataReportView;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a candidate sees of the own applications. */
final class CandidateViews {

    private CandidateViews() {}

    /**
     * A registration as the home page shows it.
     *
     * @param checkedAt when the candidate confirmed the data as they now stand
     * @param returned what the reviewer wants replaced, in the order of the papers
     */
    record OwnApplication(
            UUID id,
            UUID sittingId,
            String sittingCode,
            String sittingName,
            LocalDate examDate,
            OffsetDateTime examAt,
            OffsetDateTime registrationClosesAt,
            String level,
            ApplicationState state,
            String stateLabel,
            String institution,
            String institutionContact,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime decidedAt,
            @Nullable OffsetDateTime checkedAt,
            int openReports,
            List<ReturnedPaper> returned) {}

    /** @param sentAt when the candidate sent a new one, which is now with the institution */
    record ReturnedPaper(
            DocumentKind kind,
            String label,
            String reasonLabel,
            String words,
            @Nullable OffsetDateTime sentAt) {}

    /**
     * What the institution has handed in, numbers masked.
     *
     * @param undrawable the characters of the name that the certificate's fonts do not have
     * @param digest what is confirmed; sent back with the confirmation
     */
    record OwnApplicationDetail(
            OwnApplication application,
            int version,
            String name,
            List<String> undrawable,
            @Nullable OwnClause clause,
            List<OwnField> fields,
            List<OwnDocument> documents,
            List<DataReportView> reports,
            String digest) {}

    /** The condition that the institution relies on, in the words of the notice. */
    record OwnClause(String label, String text) {}

    /** @param subject for a report */
    record OwnField(String subject, String label, String text) {}

    record OwnDocument(
            DocumentKind kind,
            String subject,
            String label,
            @Nullable String mediaType,
            @Nullable ReturnedPaper returned) {}
}
