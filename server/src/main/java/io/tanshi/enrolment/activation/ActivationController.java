package io.tanshi.enrolment.activation;

import io.tanshi.enrolment.activation.ActivationList.ActivationEntry;
import io.tanshi.enrolment.workbook.CodeWorkbook;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The codes of the caller's institution, on the screen and as a workbook. */
@RestController
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class ActivationController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ActivationList list;
    private final Sittings sittings;

    ActivationController(ActivationList list, Sittings sittings) {
        this.list = list;
        this.sittings = sittings;
    }

    @GetMapping("/api/institution/activation-codes")
    List<ActivationEntry> activationCodes(@RequestParam UUID sittingId, CurrentAccount me) {
        return list.of(new SittingId(sittingId), "shown", me);
    }

    @GetMapping("/api/institution/activation-codes.xlsx")
    ResponseEntity<byte[]> activationWorkbook(@RequestParam UUID sittingId, CurrentAccount me) {
        Sitting sitting = sittings.find(new SittingId(sittingId)).orElseThrow(() -> Problem.notFound("这个考期"));
        List<CodeWorkbook.CodeRow> rows = list.of(sitting.id(), "exported", me).stream()
                .map(entry -> new CodeWorkbook.CodeRow(
                        entry.name(),
                        entry.maskedNumber(),
                        entry.level(),
                        entry.code() == null ? "已激活" : entry.code(),
                        entry.expiresAt().toLocalDate().toString()))
                .toList();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("激活码-" + sitting.code() + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(CodeWorkbook.of(sitting.name(), rows));
    }
}
