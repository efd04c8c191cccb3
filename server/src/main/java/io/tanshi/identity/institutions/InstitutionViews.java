package io.tanshi.identity.institutions;

import io.tanshi.identity.accounts.InstitutionStaff.StaffLine;
import io.tanshi.identity.institutions.Institution.Standing;
import io.tanshi.identity.institutions.InstitutionHistory.InstitutionChange;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the administrator's pages on institutions show. */
final class InstitutionViews {

    private InstitutionViews() {}

    record InstitutionLine(
            UUID id,
            String code,
            String name,
            String contact,
            boolean active,
            @Nullable String authorisationNumber,
            @Nullable LocalDate authorisedTo,
            Standing standing,
            String standingLabel,
            List<String> levelLabels) {

        static InstitutionLine of(Institution institution, LocalDate today) {
            Standing standing = institution.standing(today);
            return new InstitutionLine(
                    institution.id().value(),
                    institution.code(),
                    institution.name(),
                    institution.office(),
                    institution.active(),
                    institution.authorisation().number(),
                    institution.authorisation().to(),
                    standing,
                    standing.label(),
                    labels(institution));
        }
    }

    record InstitutionPage(
            UUID id,
            String code,
            String name,
            String contact,
            @Nullable String contactPerson,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            @Nullable String authorisationNumber,
            @Nullable LocalDate authorisedFrom,
            @Nullable LocalDate authorisedTo,
            List<String> levels,
            Standing standing,
            String standingLabel,
            boolean active,
            int version,
            List<StaffLine> staff,
            List<InstitutionChange> history) {

        static InstitutionPage of(
                Institution institution, LocalDate today, List<StaffLine> staff, List<InstitutionChange> history) {
            Institution.Contact contact = institution.contact();
            Standing standing = institution.standing(today);
            return new InstitutionPage(
                    institution.id().value(),
                    institution.code(),
                    institution.name(),
                    institution.office(),
                    contact == null ? null : contact.person(),
                    contact == null ? null : contact.phone(),
                    contact == null ? null : contact.email(),
                    institution.authorisation().number(),
                    institution.authorisation().from(),
                    institution.authorisation().to(),
                    List.of("JUNIOR", "INTERMEDIATE", "SENIOR").stream()
                            .filter(institution.authorisation().levels()::contains)
                            .toList(),
                    standing,
                    standing.label(),
                    institution.active(),
                    institution.version(),
                    staff,
                    history);
        }
    }

    private static List<String> labels(Institution institution) {
        return List.of("JUNIOR", "INTERMEDIATE", "SENIOR").stream()
                .filter(institution.authorisation().levels()::contains)
                .map(Institution::label)
                .toList();
    }
}
