package io.tanshi.notification.message;

import io.tanshi.identity.people.StaffContacts;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import io.tanshi.notification.preference.Recipient;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom a fact concerns. */
@Component
class Addressees {

    private final StaffContacts staff;

    Addressees(StaffContacts staff) {
        this.staff = staff;
    }

    List<Recipient> staffOf(InstitutionId institution) {
        return staff.ofInstitution(institution).stream().map(Recipient::of).toList();
    }

    List<Recipient> staffOf(Collection<InstitutionId> institutions) {
        return institutions.stream().flatMap(i -> staffOf(i).stream()).toList();
    }

    /** Each account once, also one with several of the roles. */
    Set<Recipient> with(Role... roles) {
        Set<Recipient> found = new LinkedHashSet<>();
        Stream.of(roles).flatMap(role -> staff.withRole(role).stream()).forEach(id -> found.add(Recipient.of(id)));
        return found;
    }

    List<Recipient> candidates(Collection<PersonId> people) {
        return people.stream().map(Recipient::of).toList();
    }
}
