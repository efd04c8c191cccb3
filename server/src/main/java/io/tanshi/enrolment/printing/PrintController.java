package io.tanshi.enrolment.printing;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The application forms of the caller's institution. */
@RestController
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class PrintController {

    private static final Set<ApplicationState> PRINTED =
            EnumSet.of(ApplicationState.PENDING, ApplicationState.RETURNED, ApplicationState.APPROVED);

    private final Dossiers dossiers;
    private final ReviewForms forms;

    PrintController(Dossiers dossiers, ReviewForms forms) {
        this.dossiers = dossiers;
        this.forms = forms;
    }

    @GetMapping("/api/institution/applications/{id}/form.pdf")
    ResponseEntity<byte[]> applicationForm(@PathVariable UUID id, CurrentAccount me) throws IOException {
        Dossier dossier = dossiers.find(new ApplicationId(id))
                .filter(found -> found.institution().equals(me.requireInstitution()))
                .orElseThrow(() -> Problem.notFound("这份报名"));
        return forms.one(dossier, me.actor());
    }

    /**
     * The forms of a sitting or of one batch: a PDF, beyond a hundred people a zip of PDFs.
     *
     * @param batchId only those that came with this batch
     */
    @GetMapping("/api/institution/application-forms")
    void applicationForms(
            @RequestParam UUID sittingId,
            @RequestParam(required = false) @Nullable UUID batchId,
            CurrentAccount me,
            HttpServletResponse response)
            throws IOException {
        List<Dossier> all = dossiers.ofInstitution(me.requireInstitution(), new SittingId(sittingId), PRINTED).stream()
                .filter(dossier -> batchId == null || dossier.batch().value().equals(batchId))
                .toList();
        forms.record(new SittingId(sittingId), all.size(), me.actor());
        boolean zip = all.size() > ReviewForms.IN_ONE_DOCUMENT;
        response.setContentType(zip ? "application/zip" : "application/pdf");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("报名审核表-%d人.%s".formatted(all.size(), zip ? "zip" : "pdf"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        forms.write(all, response.getOutputStream());
    }
}
