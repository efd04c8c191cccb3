package io.tanshi.enrolment.contact;

import io.tanshi.identity.session.PersonId;
import java.util.Optional;

/** Addresses of candidates as they stand in their latest registration. Personal data: to be used, never to be stored. */
public interface CandidateContacts {

    /** Empty when the form holds none that looks like one. */
    Optional<String> email(PersonId person);

    /** Eleven digits. */
    Optional<String> phone(PersonId person);
}
