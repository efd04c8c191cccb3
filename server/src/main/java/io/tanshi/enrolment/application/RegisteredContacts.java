package io.tanshi.enrolment.application;

import io.tanshi.enrolment.contact.CandidateContacts;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.identity.session.PersonId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads addresses out of the registration, which is their only home. */
@Component
class RegisteredContacts implements CandidateContacts {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}\\.[A-Za-z0-9-]{2,60}");

    private final Dossiers dossiers;

    RegisteredContacts(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public Optional<String> email(PersonId person) {
        return latest(person, Column.EMAIL).filter(text -> EMAIL.matcher(text).matches());
    }

    @Override
    public Optional<String> phone(PersonId person) {
        return latest(person, Column.PHONE);
    }

    private Optional<String> latest(PersonId person, Column column) {
        return dossiers.ofPerson(person).stream()
                .map(dossier -> dossier.registration().text(column))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
