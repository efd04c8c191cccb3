package io.tanshi.certificate.register;

import io.tanshi.files.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** The papers of a certificate as its holder and the office see them. */
@Component
class CertificatePapers {

    private final Drafting drafting;
    private final Files files;

    CertificatePapers(Drafting drafting, Files files) {
        this.drafting = drafting;
        this.files = files;
    }

    /** The signed document, or before the issue the proof. */
    byte[] pdf(Certificate certificate) {
        Issued issued = certificate.state().issued();
        if (issued == null) {
            return drafting.print(certificate, null);
        }
        try {
            return files.read(issued.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The inside page of it. */
    byte[] picture(Certificate certificate) {
        return Preview.png(pdf(certificate));
    }
}
