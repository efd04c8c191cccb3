package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateError;
import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.register.CertificateViews.HolderCodeView;
import io.tanshi.certificate.register.CertificateViews.MyCertificate;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A candidate's own certificates; anybody else's do not exist here. */
@RestController
@RequestMapping("/api/candidate/certificates")
@Requires(Role.CANDIDATE)
class CandidateCertificateController {

    private final CertificateOffice office;
    private final CertificateStore store;
    private final CertificateViews views;
    private final CertificatePapers papers;

    CandidateCertificateController(
            CertificateOffice office, CertificateStore store, CertificateViews views, CertificatePapers papers) {
        this.office = office;
        this.store = store;
        this.views = views;
        this.papers = papers;
    }

    record ProofObjectionRequest(
            @NotBlank(message = "请写明哪里有误") @Size(max = 300, message = "最多 300 字")
            String comment) {}

    @GetMapping
    List<MyCertificate> mine(CurrentAccount me) {
        return store.ofPerson(me.requirePerson()).stream().map(views::mine).toList();
    }

    /** The inside page as a picture: the proof, or the issued certificate. */
    @GetMapping(value = "/{id}/picture", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] picture(@PathVariable UUID id, CurrentAccount me) {
        return papers.picture(own(id, me));
    }

    @GetMapping(value = "/{id}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> document(@PathVariable UUID id, CurrentAccount me) {
        Certificate certificate = own(id, me);
        if (!certificate.state().status().isIssued()) {
            throw Problem.of(CertificateError.WRONG_STATUS, "证书还没有签发，暂不能下载。签发后这里可以下载。");
        }
        String name = certificate.requireIssued().number().value() + ".pdf";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(papers.pdf(certificate));
    }

    @PostMapping("/{id}/proof/check")
    MyCertificate check(@PathVariable UUID id, CurrentAccount me) {
        office.checkProof(new CertificateId(id), me.requirePerson(), me.actor());
        return views.mine(own(id, me));
    }

    @PostMapping("/{id}/proof/objection")
    MyCertificate object(@PathVariable UUID id, @Valid @RequestBody ProofObjectionRequest body, CurrentAccount me) {
        office.object(
                new CertificateId(id),
                me.requirePerson(),
                me.actor(),
                body.comment().strip());
        return views.mine(own(id, me));
    }

    @PostMapping("/{id}/codes")
    @ResponseStatus(HttpStatus.CREATED)
    HolderCodeView createCode(@PathVariable UUID id, CurrentAccount me) {
        return HolderCodeView.of(office.createCode(new CertificateId(id), me.requirePerson(), me.actor()));
    }

    @DeleteMapping("/{id}/codes/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopCode(@PathVariable UUID id, @PathVariable UUID code, CurrentAccount me) {
        own(id, me);
        office.stopCode(new CertificateId(id), code, me.actor());
    }

    private Certificate own(UUID id, CurrentAccount me) {
        return store.find(new CertificateId(id))
                .filter(c -> c.basis().person().equals(me.requirePerson()))
                .orElseThrow(() -> Problem.notFound("这张证书"));
    }
}
