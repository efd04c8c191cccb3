package io.tanshi.notification.preference;

import io.tanshi.enrolment.contact.CandidateContacts;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.people.StaffContacts;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the homes of personal data at the moment something leaves; nothing of it is kept here. */
@Component
public class Addresses {

    private final CandidateContacts candidates;
    private final StaffContacts staff;
    private final People people;

    Addresses(CandidateContacts candidates, StaffContacts staff, People people) {
        this.candidates = candidates;
        this.staff = staff;
        this.people = people;
    }

    public Optional<String> email(Recipient recipient) {
        return recipient.candidate()
                ? candidates.email(new PersonId(recipient.id()))
                : staff.email(new AccountId(recipient.id()));
    }

    /** Only candidates' numbers are known. */
    public Optional<String> phone(Recipient recipient) {
        return recipient.candidate() ? candidates.phone(new PersonId(recipient.id())) : Optional.empty();
    }

    /** The name with which a letter begins. */
    public Optional<String> name(Recipient recipient) {
        if (recipient.candidate()) {
            PersonId person = new PersonId(recipient.id());
            return Optional.ofNullable(people.views(List.of(person)).get(person))
                    .map(PersonView::name);
        }
        return staff.displayName(new AccountId(recipient.id()));
    }
}
