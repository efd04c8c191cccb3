package io.tanshi.certificate.signature;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;

/** Puts the signature of the assessment body into a PDF: PAdES baseline B, as a certification that forbids changes. */
public final class PdfSigner {

    private final SigningKey key;

    public PdfSigner(SigningKey key) {
        this.key = key;
    }

    /**
     * Signs the whole document.
     *
     * @param pdf a document without signature
     * @param at the time the signature states; there is no time stamp of a third party in baseline B
     */
    public byte[] sign(byte[] pdf, Instant at, String reason) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.entry().getCertificate());
        parameters.setCertificateChain(key.entry().getCertificateChain());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setSigningTimeZone(TimeZone.getTimeZone("Asia/Shanghai"));
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.setReason(reason);
        parameters.setContentSize(16_384);
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        DSSDocument document = new InMemoryDocument(pdf);
        var signature = key.token()
                .sign(service.getDataToSign(document, parameters), parameters.getDigestAlgorithm(), key.entry());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            service.signDocument(document, parameters, signature).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
