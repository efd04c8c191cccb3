package io.tanshi.identity.register;

import io.tanshi.identity.session.PersonId;

/** Two persons were one: whoever keeps the first id, keeps the second from now on. */
public record PersonMerged(PersonId from, PersonId into) {}
