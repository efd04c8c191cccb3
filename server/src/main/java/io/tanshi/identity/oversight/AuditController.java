package io.tanshi.identity.oversight;

import io.tanshi.audit.AuditEntry;
import io.tanshi.audit.AuditReader;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.PageView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lives here and not in the audit module, which knows nothing of roles. */
@RestController
@Requires(Role.AUDITOR)
class AuditController {

    private static final int LARGEST_PAGE = 200;

    private final AuditReader trail;

    AuditController(AuditReader trail) {
        this.trail = trail;
    }

    @GetMapping("/api/audit/entries")
    PageView<AuditEntry> entries(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        int limited = Math.clamp(size, 1, LARGEST_PAGE);
        return trail.read(new AuditReader.Query(action, subject, actor, from, to), Math.max(page, 0), limited);
    }
}
