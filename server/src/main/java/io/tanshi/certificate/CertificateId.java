package io.tanshi.certificate;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tanshi.kernel.Ids;
import java.util.UUID;

/** Identifies a certificate from its preparation on; the number comes with the issue. */
public record CertificateId(@JsonValue UUID value) {

    public static CertificateId next() {
        return new CertificateId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
