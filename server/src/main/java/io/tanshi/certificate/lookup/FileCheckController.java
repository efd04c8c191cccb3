package io.tanshi.certificate.lookup;

import io.tanshi.certificate.register.IssuedCertificates;
import io.tanshi.certificate.register.SigningDesk;
import io.tanshi.certificate.signature.Pem;
import io.tanshi.certificate.signature.SignatureCheck;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Checks the signature of a document that somebody presents; the document is not kept. */
@Controller
@PublicEndpoint("anyone may check the signature of a document they hold; limited per address and in size")
class FileCheckController {

    private final SigningDesk signing;
    private final IssuedCertificates register;
    private final ResultPages pages;
    private final VisitorLimit limit;

    FileCheckController(SigningDesk signing, IssuedCertificates register, ResultPages pages, VisitorLimit limit) {
        this.signing = signing;
        this.register = register;
        this.pages = pages;
        this.limit = limit;
    }

    @GetMapping(value = "/verify/file", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView form(@RequestParam(required = false) @Nullable String problem) {
        return "too-large".equals(problem)
                ? form("文件超过 5 MB。电子证书通常不到 1 MB，请上传原件。", HttpStatus.OK)
                : page("verify/file");
    }

    @PostMapping(value = "/verify/file", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView check(@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request)
            throws IOException {
        Optional<Duration> wait = limit.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            ModelAndView busy =
                    page("verify/busy").addObject("seconds", wait.get().toSeconds());
            busy.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return busy;
        }
        if (file == null || file.isEmpty()) {
            return form("请选择一个 PDF 文件。", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        byte[] bytes = file.getBytes();
        SignatureCheck check = signing.checker().check(bytes);
        FileCheckPage result = FileCheckPage.of(check, register.byDocument(sha256(bytes)));
        return page("verify/file-result").addObject("check", result);
    }

    /** The certificate that vouches for signatures, for those who check with their own means. */
    @GetMapping(value = "/verify/anchor.pem", produces = "application/x-pem-file")
    @ResponseBody
    String anchor() {
        return signing.key().map(k -> Pem.write(k.anchor())).orElseThrow(() -> Problem.notFound("签名证书"));
    }

    private ModelAndView form(String gap, HttpStatus status) {
        ModelAndView page = page("verify/file").addObject("gap", gap);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(String view) {
        return new ModelAndView(view).addObject("frame", pages.frame("file"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
