package io.tanshi.enrolment.roster;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.application.Verb;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the institution sees of its applications. */
final class RosterViews {

    private RosterViews() {}

    record RosterView(List<RosterCount> counts, List<RosterEntry> entries) {}

    record RosterCount(ApplicationState state, String label, int people) {}

    /** A person of the sitting; {@code notes} are those that wait for an answer. */
    record RosterEntry(
            UUID id,
            int version,
            String name,
            String maskedNumber,
            String level,
            ApplicationState state,
            String stateLabel,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime decidedAt,
            List<RosterNote> notes) {}

    /** The reviewer's words, verbatim. */
    record RosterNote(
            DocumentKind kind, String label, ReturnReason reason, String reasonLabel, String words, boolean answered) {}

    record RosterDetail(
            RosterEntry entry,
            boolean editable,
            List<RosterField> fields,
            List<RosterDocument> documents,
            List<RosterNote> allNotes,
            List<RosterStep> history) {}

    /** {@code text} is the whole text only while the institution may edit it, otherwise numbers are masked. */
    record RosterField(String column, String label, String text, boolean required) {}

    record RosterDocument(
            DocumentKind kind,
            String label,
            boolean present,
            @Nullable String mediaType) {}

    record RosterStep(
            Verb verb,
            String label,
            OffsetDateTime at,
            String actor,
            @Nullable String words) {}
}
