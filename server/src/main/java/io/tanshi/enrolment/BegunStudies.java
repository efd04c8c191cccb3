package io.tanshi.enrolment;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.SittingId;

/**
 * Whether a candidate has begun to study. A port: the module that counts the hours implements it, so that a second
 * reviewer takes no approval back from somebody who has begun.
 */
public interface BegunStudies {

    boolean hasBegun(PersonId person, SittingId sitting);
}
