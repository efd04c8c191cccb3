package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateNumber;
import io.tanshi.files.FileId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate receives when it is issued.
 *
 * @param token the unguessable word in the code square
 * @param validUntil the last day of validity; null: unlimited
 * @param file the signed document
 */
public record Issued(
        CertificateNumber number,
        String token,
        LocalDate on,
        @Nullable LocalDate validUntil,
        FileId file,
        String sha256) {}
