package io.tanshi.certificate.signature;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.exception.InvalidPasswordException;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import io.tanshi.certificate.signature.SignatureCheck.Flaw;
import io.tanshi.certificate.signature.SignatureCheck.Invalid;
import io.tanshi.certificate.signature.SignatureCheck.NoSignature;
import io.tanshi.certificate.signature.SignatureCheck.Signature;
import io.tanshi.certificate.signature.SignatureCheck.Unreadable;
import io.tanshi.certificate.signature.SignatureCheck.Valid;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Checks the signature of a PDF against trust anchors. Never touches the network. */
public final class SignatureChecker {

    private final TrustAnchors anchors;

    /** @param anchors the certificates relied on; without any, no file is valid */
    public SignatureChecker(List<X509Certificate> anchors) {
        this.anchors = new TrustAnchors(anchors);
    }

    /** Looks at the last signature of the file; it has to cover every byte. */
    public SignatureCheck check(byte[] file) {
        try {
            return signatureOf(file)
                    .map(signature -> judged(signature, file))
                    .orElseGet(() -> new NoSignature(mentionsSignature(file) ? Flaw.DAMAGED : Flaw.UNSIGNED));
        } catch (InvalidPasswordException e) {
            return new Unreadable("文件有打开口令，无法核对");
        } catch (RuntimeException e) {
            // Every parser below throws its own kind; for the reader it is one and the same: this file is broken.
            return mentionsSignature(file)
                    ? new NoSignature(Flaw.DAMAGED)
                    : new Unreadable(startsLikePdf(file) ? "文件已损坏，打不开" : "这不是 PDF 文件");
        }
    }

    private static Optional<PAdESSignature> signatureOf(byte[] file) {
        if (!startsLikePdf(file)) {
            throw new DSSException("not a PDF");
        }
        PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(file));
        analyzer.setCertificateVerifier(new CommonCertificateVerifier());
        List<AdvancedSignature> signatures = analyzer.getSignatures();
        return signatures.isEmpty() ? Optional.empty() : Optional.of((PAdESSignature) signatures.getLast());
    }

    private SignatureCheck judged(PAdESSignature found, byte[] file) {
        CertificateToken certificate = found.getSigningCertificateToken();
        if (certificate == null || found.getSigningTime() == null) {
            return new NoSignature(Flaw.DAMAGED);
        }
        Signature signature = new Signature(
                commonName(certificate.getCertificate()),
                found.getSigningTime().toInstant(),
                certificate.getCertificate());
        ByteRange range = found.getPdfRevision().getByteRange();
        if (!isIntact(found) || !SignatureEnvelope.holdsOnlyTheSignature(range, file)) {
            return new Invalid(Flaw.ALTERED, signature);
        }
        if (!SignatureEnvelope.coversWholeFile(range, file)) {
            return new Invalid(Flaw.EXTENDED, signature);
        }
        if (!certificate.isValidOn(found.getSigningTime())) {
            return new Invalid(Flaw.OUT_OF_TIME, signature);
        }
        List<X509Certificate> sent = found.getCertificates().stream()
                .map(CertificateToken::getCertificate)
                .toList();
        return anchors.vouchingFor(certificate.getCertificate(), sent, signature.at())
                .<SignatureCheck>map(anchor -> new Valid(signature, anchor))
                .orElseGet(() -> new Invalid(Flaw.UNTRUSTED, signature));
    }

    private static boolean isIntact(PAdESSignature found) {
        found.checkSignatureIntegrity();
        var verification = found.getSignatureCryptographicVerification();
        return verification.isReferenceDataFound()
                && verification.isReferenceDataIntact()
                && verification.isSignatureIntact();
    }

    private static boolean startsLikePdf(byte[] file) {
        return file.length > 5 && new String(file, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-");
    }

    private static boolean mentionsSignature(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains("/ByteRange") && text.contains("/Contents");
    }

    private static String commonName(X509Certificate certificate) {
        RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.CN);
        return names.length == 0
                ? certificate.getSubjectX500Principal().getName()
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }
}
