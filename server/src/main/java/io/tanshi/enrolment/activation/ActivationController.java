package io.tanshi.enrolment.activation;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.activation.ActivationList.ActivationEntry;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.workbook.CodeWorkbook;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.platform.paper.CodeSquare;
import io.tanshi.platform.paper.HouseFonts;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The codes of the caller's institution: on the screen, as a workbook, and as slips to cut apart. */
@RestController
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class ActivationController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final ActivationList list;
    private final Dossiers dossiers;
    private final Sittings sittings;
    private final Institutions institutions;
    private final HouseFonts fonts;

    ActivationController(
            ActivationList list, Dossiers dossiers, Sittings sittings, Institutions institutions, HouseFonts fonts) {
        this.list = list;
        this.dossiers = dossiers;
        this.sittings = sittings;
        this.institutions = institutions;
        this.fonts = fonts;
    }

    record CodeReissueRequest(
            @NotBlank(message = "请写明为什么重发") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    @GetMapping("/api/institution/activation-codes")
    List<ActivationEntry> activationCodes(@RequestParam UUID sittingId, CurrentAccount me) {
        return list.of(new SittingId(sittingId), ActivationList.Way.SHOWN, me);
    }

    @GetMapping("/api/institution/activation-codes.xlsx")
    ResponseEntity<byte[]> activationWorkbook(@RequestParam UUID sittingId, CurrentAccount me) {
        Sitting sitting = sitting(sittingId);
        List<CodeWorkbook.CodeRow> rows = list.of(sitting.id(), ActivationList.Way.EXPORTED, me).stream()
                .map(entry -> new CodeWorkbook.CodeRow(
                        entry.name(),
                        entry.maskedNumber(),
                        entry.level(),
                        entry.code() == null ? "已激活" : entry.code(),
                        entry.expiresAt().toLocalDate().toString()))
                .toList();
        return file(XLSX, "激活码-" + sitting.code() + ".xlsx").body(CodeWorkbook.of(sitting.name(), rows));
    }

    /** Slips of the candidates who have not used their code, ten on a page. */
    @GetMapping("/api/institution/activation-codes.pdf")
    ResponseEntity<byte[]> activationSlips(@RequestParam UUID sittingId, CurrentAccount me) throws IOException {
        Sitting sitting = sitting(sittingId);
        List<ActivationEntry> open = list.of(sitting.id(), ActivationList.Way.PRINTED, me).stream()
                .filter(entry -> entry.code() != null && !entry.expired())
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SlipSheet.write(fonts, institutions.view(me.requireInstitution()).name(), sitting.name(), open, out);
        return file(MediaType.APPLICATION_PDF, "激活条-" + sitting.code() + ".pdf").body(out.toByteArray());
    }

    /** The link of one candidate as a code square. The address of this picture names the application, never the code. */
    @GetMapping("/api/institution/applications/{id}/activation-square.svg")
    ResponseEntity<String> activationSquare(@PathVariable UUID id, CurrentAccount me) {
        String link = list.one(owned(id, me), me).link();
        if (link == null) {
            throw Problem.notFound("尚未使用的激活码");
        }
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(CodeSquare.svg(link));
    }

    /** A new code; the old one and, when there is one, the candidate's password stop working at once. */
    @PostMapping("/api/institution/applications/{id}/activation-code")
    ActivationEntry reissueCode(@PathVariable UUID id, @Valid @RequestBody CodeReissueRequest body, CurrentAccount me) {
        return list.reissue(owned(id, me), body.reason(), me);
    }

    private Dossier owned(UUID id, CurrentAccount me) {
        return dossiers.find(new ApplicationId(id))
                .filter(dossier -> dossier.institution().equals(me.requireInstitution()))
                .filter(dossier -> dossier.state().isLive())
                .orElseThrow(() -> Problem.notFound("这份报名"));
    }

    private Sitting sitting(UUID id) {
        return sittings.find(new SittingId(id)).orElseThrow(() -> Problem.notFound("这个考期"));
    }

    private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }
}
