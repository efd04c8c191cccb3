package io.tanshi.identity;

import io.tanshi.audit.Actor;
import io.tanshi.identity.session.InstitutionId;

/** Admits training institutions. */
public interface InstitutionRegister {

    /**
     * @param code short code used in lists, unique
     * @param contact whom to call, a function or office rather than a private person
     */
    record NewInstitution(String code, String name, String contact) {}

    /** @throws io.tanshi.platform.Problem {@code identity/name-taken} when code or name is used already */
    InstitutionId create(NewInstitution institution, Actor by);
}
