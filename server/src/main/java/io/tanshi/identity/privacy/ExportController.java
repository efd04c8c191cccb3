package io.tanshi.identity.privacy;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The export of one person's data: by the administrator at the person's request, or by the candidate. */
@RestController
class ExportController {

    private final Export export;
    private final ExportArchive archive;

    ExportController(Export export, ExportArchive archive) {
        this.export = export;
        this.archive = archive;
    }

    record ExportRequest(
            @NotBlank(message = "请写明导出的依据") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    @PostMapping("/api/admin/people/{id}/export")
    @Requires(Role.ADMINISTRATOR)
    void exportPerson(
            @PathVariable UUID id,
            @Valid @RequestBody ExportRequest body,
            CurrentAccount me,
            HttpServletResponse response)
            throws IOException {
        send(export.of(id, body.reason().strip(), me.actor()), response);
    }

    /** The candidate's own data. */
    @GetMapping("/api/candidate/personal-data")
    @Requires(Role.CANDIDATE)
    void ownPersonalData(CurrentAccount me, HttpServletResponse response) throws IOException {
        send(export.of(me.requirePerson().value(), "本人下载", me.actor()), response);
    }

    private void send(Export.Contents contents, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        archive.write(contents, response.getOutputStream());
    }
}
