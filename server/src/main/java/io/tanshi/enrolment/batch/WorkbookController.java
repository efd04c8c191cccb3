package io.tanshi.enrolment.batch;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.workbook.FormWorkbook;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The form to fill in and the rows to put right, as workbooks. */
@RestController
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class WorkbookController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** A workbook is made in memory; what is left over comes with the next one. */
    private static final int MAX_ROWS = 2_000;

    private final BatchStore batches;
    private final RowStore rows;
    private final Sittings sittings;
    private final Institutions institutions;
    private final AuditTrail trail;

    WorkbookController(
            BatchStore batches, RowStore rows, Sittings sittings, Institutions institutions, AuditTrail trail) {
        this.batches = batches;
        this.rows = rows;
        this.sittings = sittings;
        this.institutions = institutions;
        this.trail = trail;
    }

    @GetMapping("/api/institution/sittings/{code}/template.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String code, CurrentAccount me) {
        Sitting sitting = sittings.findByCode(code).orElseThrow(() -> Problem.notFound("这个考期"));
        return workbook("报名申报表-" + sitting.code() + ".xlsx", FormWorkbook.template(name(me), sitting.code()));
    }

    @GetMapping("/api/institution/batches/{id}/problem-rows.xlsx")
    @Transactional
    ResponseEntity<byte[]> problemRows(@PathVariable UUID id, CurrentAccount me) {
        Batch batch = batches.owned(id, me.requireInstitution());
        Sitting sitting = sittings.get(batch.sitting());
        List<FormWorkbook.ProblemRow> problems = rows.blocked(batch.id(), MAX_ROWS).stream()
                .map(row -> new FormWorkbook.ProblemRow(
                        row.draft().registration(), row.draft().blocking()))
                .toList();
        trail.record(
                me.actor(), "enrolment.problem-rows-exported", "batch", batch.id(), Map.of("rows", problems.size()));
        return workbook("问题行-" + sitting.code() + ".xlsx", FormWorkbook.problems(name(me), sitting.code(), problems));
    }

    private String name(CurrentAccount me) {
        return institutions.view(me.requireInstitution()).name();
    }

    static ResponseEntity<byte[]> workbook(String fileName, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
