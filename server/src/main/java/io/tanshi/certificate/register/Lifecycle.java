package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateStatus;
import java.util.Optional;

/** The states of a certificate and what leads from one to the next (decisions §6). */
final class Lifecycle {

    /** What can be done to a certificate. */
    enum Verb {
        CHECK_PROOF("核对无误"),
        OBJECT("提出有误"),
        RENEW("重新取资料"),
        ISSUE("签发"),
        REVOKE("撤销"),
        REPLACE("换发");

        private final String label;

        Verb(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private Lifecycle() {}

    /** The state after the verb; empty when the verb is not allowed in this state. */
    static Optional<CertificateStatus> after(CertificateStatus from, Verb verb) {
        return Optional.ofNullable(
                switch (from) {
                    case PREPARING ->
                        switch (verb) {
                            case CHECK_PROOF -> CertificateStatus.CHECKED;
                            case OBJECT, RENEW -> CertificateStatus.PREPARING;
                            case ISSUE, REVOKE, REPLACE -> null;
                        };
                    case CHECKED ->
                        switch (verb) {
                            case OBJECT, RENEW -> CertificateStatus.PREPARING;
                            case ISSUE -> CertificateStatus.VALID;
                            case CHECK_PROOF, REVOKE, REPLACE -> null;
                        };
                    case VALID, EXPIRED ->
                        switch (verb) {
                            case REVOKE -> CertificateStatus.REVOKED;
                            case REPLACE -> CertificateStatus.REPLACED;
                            case CHECK_PROOF, OBJECT, RENEW, ISSUE -> null;
                        };
                    case REVOKED, REPLACED -> null;
                });
    }
}
