package io.tanshi.identity.people;

import io.tanshi.identity.session.InstitutionId;
import java.util.List;

/** The training institutions. */
public interface Institutions {

    /** What everyone in the office may know of an institution. */
    record InstitutionView(InstitutionId id, String code, String name, String contact, boolean active) {}

    /** @throws java.util.NoSuchElementException when there is none */
    InstitutionView view(InstitutionId id);

    List<InstitutionView> all();
}
