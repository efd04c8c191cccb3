package io.tanshi.exam.seating;

import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.Admission;
import io.tanshi.exam.RoomId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets of many, for the office to print. */
@RestController
@Requires(Role.ADMINISTRATOR)
class TicketPrintController {

    private final AdmissionStore admissions;
    private final CandidacyStore candidacies;
    private final Tickets tickets;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    TicketPrintController(
            AdmissionStore admissions,
            CandidacyStore candidacies,
            Tickets tickets,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.admissions = admissions;
        this.candidacies = candidacies;
        this.tickets = tickets;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * The tickets of a sitting: a PDF, beyond a hundred people a zip of PDFs.
     *
     * @param roomId only those of this room
     * @param institutionId only those who come through this institution
     */
    @GetMapping("/api/admin/exam/sittings/{id}/tickets")
    void printTickets(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID roomId,
            @RequestParam(required = false) @Nullable UUID institutionId,
            CurrentAccount me,
            HttpServletResponse response)
            throws IOException {
        SittingId sitting = new SittingId(id);
        List<Admission> wanted = wanted(sitting, roomId, institutionId);
        if (wanted.isEmpty()) {
            throw Problem.notFound("已编排的考生");
        }
        transaction.executeWithoutResult(_ ->
                trail.record(me.actor(), "exam.tickets-printed", "sitting", sitting, Map.of("tickets", wanted.size())));
        boolean zip = wanted.size() > Tickets.IN_ONE_DOCUMENT;
        response.setContentType(zip ? "application/zip" : "application/pdf");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("准考证-%d人.%s".formatted(wanted.size(), zip ? "zip" : "pdf"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        tickets.write(wanted, response.getOutputStream());
    }

    private List<Admission> wanted(SittingId sitting, @Nullable UUID room, @Nullable UUID institution) {
        Map<PersonId, InstitutionId> institutions = candidacies.institutions(sitting);
        return admissions.ofSitting(sitting).stream()
                .filter(admission -> room == null || admission.roomId().equals(new RoomId(room)))
                .filter(admission -> institution == null
                        || new InstitutionId(institution).equals(institutions.get(admission.personId())))
                .toList();
    }
}
