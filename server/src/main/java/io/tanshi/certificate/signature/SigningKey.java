package io.tanshi.certificate.signature;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.KSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.security.KeyStore.PasswordProtection;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/** The key of the assessment body with the certificates that vouch for it. */
public final class SigningKey {

    private final Pkcs12SignatureToken token;
    private final KSPrivateKeyEntry entry;

    private SigningKey(Pkcs12SignatureToken token, KSPrivateKeyEntry entry) {
        this.token = token;
        this.entry = entry;
    }

    /**
     * Opens a PKCS#12 store that holds exactly one private key.
     *
     * @throws IllegalArgumentException when the store or the password is wrong, in words for the operator
     */
    static SigningKey open(byte[] store, char[] password) {
        try {
            Pkcs12SignatureToken token = new Pkcs12SignatureToken(store, new PasswordProtection(password));
            List<DSSPrivateKeyEntry> keys = token.getKeys();
            if (keys.size() != 1 || !(keys.getFirst() instanceof KSPrivateKeyEntry entry)) {
                throw new IllegalArgumentException("签名密钥库里应当正好有一把私钥，实际有 " + keys.size() + " 把");
            }
            return new SigningKey(token, entry);
        } catch (DSSException e) {
            throw new IllegalArgumentException("签名密钥库打不开：口令不对，或文件不是 PKCS#12", e);
        }
    }

    Pkcs12SignatureToken token() {
        return token;
    }

    KSPrivateKeyEntry entry() {
        return entry;
    }

    /** The certificate of the signer itself. */
    public X509Certificate certificate() {
        return entry.getCertificate().getCertificate();
    }

    /** The certificate an outsider has to trust: the highest of the chain that came with the key. */
    public X509Certificate anchor() {
        return Arrays.asList(entry.getCertificateChain()).getLast().getCertificate();
    }
}
