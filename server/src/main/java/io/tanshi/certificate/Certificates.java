package io.tanshi.certificate;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of certificates. */
public interface Certificates {

    /**
     * What other modules may know of a certificate.
     *
     * @param number null until it is issued
     * @param issuedOn null until it is issued
     */
    record CertificateSummary(
            CertificateId id,
            SittingId sittingId,
            Level level,
            CertificateStatus status,
            @Nullable CertificateNumber number,
            @Nullable LocalDate issuedOn) {}

    /**
     * Begins the certificate of a passed sitting: its proof is shown to the candidate. Idempotent per person, sitting
     * and level.
     *
     * @param resultId the released result it rests on
     */
    CertificateId prepare(PersonId person, SittingId sitting, Level level, UUID resultId);

    /** The certificates of a person, newest first. */
    List<CertificateSummary> of(PersonId person);

    /** Whether the person held a certificate of this level on a day, issued by us, not revoked and not expired then. */
    boolean held(PersonId person, Level level, LocalDate on);
}
