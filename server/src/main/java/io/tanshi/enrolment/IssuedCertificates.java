package io.tanshi.enrolment;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The register of certificates issued here. A port: the module that issues them implements it, so that a reviewer sees
 * whether the earlier certificate of clause (6) stands in our own register.
 */
public interface IssuedCertificates {

    /** The day on which a valid certificate of that level was issued to the person. */
    Optional<LocalDate> issuedOn(PersonId person, Level level);
}
