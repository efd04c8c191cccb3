package io.tanshi.certificate.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The certificates that a check relies on. Revocation is not asked here: the register knows the state of a certificate. */
record TrustAnchors(List<X509Certificate> certificates) {

    TrustAnchors {
        certificates = List.copyOf(certificates);
    }

    /** The anchor that vouched for the signer at that time. */
    Optional<X509Certificate> vouchingFor(X509Certificate signer, Collection<X509Certificate> sent, Instant at) {
        if (certificates.contains(signer)) {
            return Optional.of(signer);
        }
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            Set<TrustAnchor> anchors =
                    certificates.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            var path = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return Optional.of(path.getTrustAnchor().getTrustedCert());
        } catch (CertPathBuilderException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
