package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.register.CertificateViews.CertificatePage;
import io.tanshi.certificate.register.CertificateViews.CertificateRow;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.PageView;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The office of certificates: issue, revocation and replacement, each by two persons. */
@RestController
@RequestMapping("/api/admin/certificates")
@Requires(Role.ADMINISTRATOR)
class AdminCertificateController {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_AT_ONCE = 50;

    private final CertificateOffice office;
    private final TwoPersonDesk desk;
    private final CertificateStore store;
    private final CertificateViews views;
    private final CertificatePapers papers;
    private final SittingCounts counts;

    AdminCertificateController(
            CertificateOffice office,
            TwoPersonDesk desk,
            CertificateStore store,
            CertificateViews views,
            CertificatePapers papers,
            SittingCounts counts) {
        this.office = office;
        this.desk = desk;
        this.store = store;
        this.views = views;
        this.papers = papers;
        this.counts = counts;
    }

    /** At most fifty at once, so that an answer comes while one waits. */
    record IssueRequest(
            @NotEmpty @Size(max = MOST_AT_ONCE, message = "一次最多 50 张")
            List<UUID> ids) {}

    record CertificateActRequest(
            @NotNull Act act,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    record CertificateConfirmRequest(@NotNull Act act) {}

    /** What became of one of many; words only when it was refused. */
    record ActOutcome(UUID id, boolean done, @Nullable String words) {}

    @GetMapping("/sittings")
    List<SittingCounts.SittingCertificates> sittings() {
        return counts.all();
    }

    @GetMapping
    PageView<CertificateRow> list(
            @RequestParam UUID sitting,
            @RequestParam(required = false) @Nullable List<CertificateStatus> status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            CurrentAccount me) {
        SittingId id = new SittingId(sitting);
        List<CertificateStatus> statuses =
                status == null || status.isEmpty() ? List.copyOf(EnumSet.allOf(CertificateStatus.class)) : status;
        int limit = Math.clamp(size, 1, LARGEST_PAGE);
        int from = Math.max(page, 0);
        List<CertificateRow> rows = store.ofSitting(id, statuses, from * limit, limit).stream()
                .map(c -> views.row(c, me.accountId()))
                .toList();
        return new PageView<>(rows, store.countOf(id, statuses), from, limit);
    }

    @GetMapping("/{id}")
    CertificatePage page(@PathVariable UUID id, CurrentAccount me) {
        return views.page(find(id), store.history(new CertificateId(id)), me.accountId());
    }

    @GetMapping(value = "/{id}/picture", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] picture(@PathVariable UUID id) {
        Certificate certificate = find(id);
        if (certificate.state().holder().photo() == null || certificate.state().obstacle() != null) {
            throw Problem.notFound("校样（" + certificate.state().obstacle() + "）");
        }
        return papers.picture(certificate);
    }

    /** The first person's part of an issue. */
    @PostMapping("/issue-proposals")
    List<ActOutcome> proposeIssue(@Valid @RequestBody IssueRequest body, CurrentAccount me) {
        return body.ids().stream()
                .map(id -> outcome(id, desk.propose(new CertificateId(id), Act.ISSUE, "成绩合格，校样已核对", me)))
                .toList();
    }

    /** The second person's part: numbers are given and documents signed. */
    @PostMapping("/issues")
    List<ActOutcome> issue(@Valid @RequestBody IssueRequest body, CurrentAccount me) {
        return body.ids().stream()
                .map(id -> outcome(id, desk.confirm(new CertificateId(id), Act.ISSUE, me)))
                .toList();
    }

    @PostMapping("/{id}/proposal")
    CertificatePage propose(@PathVariable UUID id, @Valid @RequestBody CertificateActRequest body, CurrentAccount me) {
        desk.propose(new CertificateId(id), body.act(), body.reason().strip(), me)
                .orThrow();
        return page(id, me);
    }

    @PostMapping("/{id}/proposal/confirm")
    CertificatePage confirm(
            @PathVariable UUID id, @Valid @RequestBody CertificateConfirmRequest body, CurrentAccount me) {
        desk.confirm(new CertificateId(id), body.act(), me).orThrow();
        return page(id, me);
    }

    @DeleteMapping("/{id}/proposal")
    CertificatePage withdraw(@PathVariable UUID id, CurrentAccount me) {
        desk.withdraw(new CertificateId(id), me).orThrow();
        return page(id, me);
    }

    /** Takes the holder's data anew, after they were corrected; the candidate checks the proof again. */
    @PostMapping("/{id}/renew")
    CertificatePage renew(@PathVariable UUID id, CurrentAccount me) {
        office.renew(new CertificateId(id), me.actor());
        return page(id, me);
    }

    private static ActOutcome outcome(UUID id, Decision decision) {
        return switch (decision) {
            case Decision.Accepted() -> new ActOutcome(id, true, null);
            case Decision.Refused(var _, String words) -> new ActOutcome(id, false, words);
        };
    }

    private Certificate find(UUID id) {
        return store.find(new CertificateId(id)).orElseThrow(() -> Problem.notFound("这张证书"));
    }
}
