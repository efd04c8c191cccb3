package io.tanshi.certificate.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** What the check of a file found. */
public sealed interface SignatureCheck {

    /** Signed by somebody whom a trust anchor vouches for, and not altered since. */
    record Valid(Signature signature, X509Certificate anchor) implements SignatureCheck {}

    /** Signed, but not to be relied on. */
    record Invalid(Flaw flaw, Signature signature) implements SignatureCheck {}

    /** A PDF whose signature is missing or can no longer be read. */
    record NoSignature(Flaw flaw) implements SignatureCheck {}

    /** Not a PDF at all, or one that cannot be opened. */
    record Unreadable(String reason) implements SignatureCheck {}

    /**
     * What the signature says of itself.
     *
     * @param signer the common name in the signer's certificate
     * @param at the time stated by the signer
     */
    record Signature(String signer, Instant at, X509Certificate certificate) {}

    /** Why a file is not to be relied on. */
    enum Flaw {
        UNSIGNED("文件没有数字签名"),
        DAMAGED("文件带有签名，但内容已损坏或被改动"),
        ALTERED("文件在签署之后被改动过"),
        EXTENDED("文件在签署之后又追加了内容"),
        UNTRUSTED("签名完整，但签署人不在信任锚之下，不能确认是谁签的"),
        OUT_OF_TIME("签名完整，但签署时间不在签署人证书的有效期内");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }

        /** In a sentence for people. */
        public String words() {
            return words;
        }
    }
}
