package io.tanshi.identity.dossier;

import static io.tanshi.identity.jooq.Tables.ACCOUNT;
import static io.tanshi.identity.jooq.Tables.PERSON;

import io.tanshi.audit.Actor;
import io.tanshi.files.FileId;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.vault.Aliases;
import io.tanshi.identity.vault.ChangeLog;
import io.tanshi.identity.vault.ChangeLog.Change;
import io.tanshi.identity.vault.ChangeLog.Field;
import io.tanshi.kernel.PhoneNumber;
import io.tanshi.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything the office may see of one person, numbers masked. */
@Component
class PersonFile {

    /** The account a candidate signs in with. */
    record AccountLine(String status, Instant createdAt, @Nullable Instant lastSignInAt) {}

    /**
     * One change; the value before it, a phone masked, of a photo none.
     *
     * @param application with which the new value came
     */
    record ChangeLine(
            UUID id,
            String field,
            String before,
            boolean photo,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String application) {}

    /** One thing a module keeps of the person. */
    record HoldingLine(String kind, String title, String state) {}

    record PersonPage(
            UUID id,
            String name,
            String maskedIdNumber,
            String maskedPhone,
            boolean photo,
            Instant registeredAt,
            @Nullable Instant erasedAt,
            int mergedPersons,
            List<AccountLine> accounts,
            List<HoldingLine> holdings,
            List<ChangeLine> changes) {}

    private final DSLContext db;
    private final People people;
    private final ChangeLog changes;
    private final Aliases aliases;
    private final ObjectProvider<PersonalDataHolder> holders;

    PersonFile(
            DSLContext db,
            People people,
            ChangeLog changes,
            Aliases aliases,
            ObjectProvider<PersonalDataHolder> holders) {
        this.db = db;
        this.people = people;
        this.changes = changes;
        this.aliases = aliases;
        this.holders = holders;
    }

    /** @throws Problem 404 when there is no such person */
    @Transactional(readOnly = true)
    public PersonPage open(UUID asked) {
        PersonId id = new PersonId(aliases.survivor(asked));
        var person = db.selectFrom(PERSON)
                .where(PERSON.ID.eq(id.value()))
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("这个人"));
        PersonView view = people.view(id);
        return new PersonPage(
                id.value(),
                view.name(),
                view.maskedIdNumber(),
                view.maskedPhone(),
                view.photo() != null,
                person.getCreatedAt().toInstant(),
                person.getErasedAt() == null ? null : person.getErasedAt().toInstant(),
                aliases.of(id).size(),
                accounts(id),
                holdings(id).stream()
                        .map(held -> new HoldingLine(held.kind(), held.title(), held.state()))
                        .toList(),
                changes.of(id).stream().map(PersonFile::line).toList());
    }

    List<Holding> holdings(PersonId id) {
        return holders.orderedStream()
                .flatMap(holder -> holder.holdings(id).stream())
                .toList();
    }

    private List<AccountLine> accounts(PersonId id) {
        return db.selectFrom(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.eq(id.value()))
                .fetch(account -> new AccountLine(
                        account.getStatus(),
                        account.getCreatedAt().toInstant(),
                        account.getLastSignInAt() == null
                                ? null
                                : account.getLastSignInAt().toInstant()));
    }

    private static ChangeLine line(Change change) {
        String before =
                switch (change.field()) {
                    case NAME -> change.before();
                    case PHONE -> PhoneNumber.mask(change.before());
                    case PHOTO -> "";
                };
        return new ChangeLine(
                change.id(),
                change.field().name(),
                before,
                change.field() == Field.PHOTO && !change.before().isEmpty(),
                change.at().toInstant(),
                change.by(),
                change.reason(),
                change.origin());
    }

    /** A number in clear, on record. */
    @Transactional
    public String reveal(UUID id, boolean phone, String reason, Actor by) {
        open(id);
        PersonId person = new PersonId(id);
        return phone ? people.revealPhone(person, by, reason) : people.revealIdNumber(person, by, reason);
    }

    /** The present photo, or the one before a change of this person. */
    @Transactional(readOnly = true)
    public Optional<FileId> photo(UUID person, @Nullable UUID change) {
        PersonId id = new PersonId(aliases.survivor(person));
        if (change == null) {
            return db.select(PERSON.PHOTO_FILE)
                    .from(PERSON)
                    .where(PERSON.ID.eq(id.value()))
                    .and(PERSON.PHOTO_FILE.isNotNull())
                    .fetchOptional(r -> new FileId(r.value1()));
        }
        return changes.of(id).stream()
                .filter(c -> c.id().equals(change) && c.field() == Field.PHOTO)
                .filter(c -> !c.before().isEmpty())
                .map(c -> new FileId(UUID.fromString(c.before())))
                .findFirst();
    }
}
