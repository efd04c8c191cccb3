package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateError;
import io.tanshi.platform.Problem;

/** Whether a certificate accepts what is asked of it. */
sealed interface Decision {

    /** It does, and has changed. */
    record Accepted() implements Decision {}

    /** It does not, for a reason a person can act on; nothing has changed. */
    record Refused(CertificateError code, String words) implements Decision {}

    static Decision accepted() {
        return new Accepted();
    }

    static Decision refused(CertificateError code, String words) {
        return new Refused(code, words);
    }

    /** For requests about one certificate: a refusal goes to the browser. */
    default void orThrow() {
        if (this instanceof Refused(CertificateError code, String words)) {
            throw Problem.of(code, words);
        }
    }
}
