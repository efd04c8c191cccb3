package io.tanshi.identity.people;

import io.tanshi.identity.session.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The training institutions. */
public interface Institutions {

    /** What everyone in the office may know of an institution. */
    record InstitutionView(InstitutionId id, String code, String name, String contact, boolean active) {}

    /**
     * By what right an institution registers people.
     *
     * @param number null while none is on record: then nothing limits it
     * @param levels the codes of the levels it may register for
     */
    record Authorisation(
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Set<String> levels) {

        /** Nothing on record, which limits nothing. */
        public static final Authorisation UNRECORDED =
                new Authorisation(null, null, null, Set.of("JUNIOR", "INTERMEDIATE", "SENIOR"));

        public Authorisation {
            levels = Set.copyOf(levels);
        }

        public boolean covers(LocalDate day) {
            return from == null || to == null || (!day.isBefore(from) && !day.isAfter(to));
        }
    }

    /** @throws java.util.NoSuchElementException when there is none */
    InstitutionView view(InstitutionId id);

    /** What is on record of the institution's right. */
    Authorisation authorisation(InstitutionId id);

    List<InstitutionView> all();
}
