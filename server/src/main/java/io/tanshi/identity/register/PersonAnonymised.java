package io.tanshi.identity.register;

import io.tanshi.identity.session.PersonId;

/** Nothing tells any more who this person was; records about it stay without a name. */
public record PersonAnonymised(PersonId person) {}
