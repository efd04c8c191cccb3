package io.tanshi.identity.vault;

import static io.tanshi.identity.jooq.Tables.PERSON;

import io.tanshi.audit.Actor;
import io.tanshi.files.FileId;
import io.tanshi.identity.jooq.tables.records.PersonRecord;
import io.tanshi.identity.people.ChangeSource;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.people.Reveals;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.vault.ChangeLog.Field;
import io.tanshi.kernel.ResidentId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StoredPeople implements People {

    private final DSLContext db;
    private final PersonCipher cipher;
    private final ChangeLog changes;
    private final Aliases aliases;
    private final Reveals reveals;
    private final Clock clock;

    StoredPeople(
            DSLContext db, PersonCipher cipher, ChangeLog changes, Aliases aliases, Reveals reveals, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.changes = changes;
        this.aliases = aliases;
        this.reveals = reveals;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PersonId register(PersonDetails details, ChangeSource source) {
        byte[] index = cipher.index(details.idNumber());
        Optional<PersonRecord> known = db.selectFrom(PERSON)
                .where(PERSON.ID_NUMBER_INDEX.eq(index))
                .forUpdate()
                .fetchOptional();
        if (known.isPresent()) {
            return update(survivor(known.get()), details, source);
        }
        return insert(details, index, source);
    }

    private PersonRecord survivor(PersonRecord person) {
        UUID survivor = aliases.survivor(person.getId());
        return survivor.equals(person.getId())
                ? person
                : db.selectFrom(PERSON).where(PERSON.ID.eq(survivor)).forUpdate().fetchSingle();
    }

    private PersonId insert(PersonDetails details, byte[] index, ChangeSource source) {
        PersonId id = PersonId.next();
        OffsetDateTime now = now();
        int inserted = db.insertInto(PERSON)
                .set(PERSON.ID, id.value())
                .set(PERSON.NAME, details.name())
                .set(PERSON.ID_NUMBER_CIPHER, cipher.encrypt(id.value(), details.idNumber()))
                .set(PERSON.ID_NUMBER_INDEX, index)
                .set(PERSON.PHONE_CIPHER, cipher.encrypt(id.value(), details.phone()))
                .set(PERSON.PHOTO_FILE, photo(details))
                .set(PERSON.CREATED_AT, now)
                .set(PERSON.CHANGED_AT, now)
                .onConflict(PERSON.ID_NUMBER_INDEX)
                .doNothing()
                .execute();
        // Someone registered the same number a moment ago: theirs is the person.
        return inserted == 1 ? id : register(details, source);
    }

    private PersonId update(PersonRecord person, PersonDetails details, ChangeSource source) {
        UUID id = person.getId();
        String phone = cipher.decrypt(id, person.getPhoneCipher());
        boolean renamed = changes.keepIfChanged(id, Field.NAME, person.getName(), details.name(), source);
        boolean rephoned = changes.keepIfChanged(id, Field.PHONE, phone, details.phone(), source);
        UUID newPhoto = photo(details);
        boolean rephotoed = newPhoto != null
                && changes.keepIfChanged(id, Field.PHOTO, text(person.getPhotoFile()), newPhoto.toString(), source);
        if (renamed || rephoned || rephotoed) {
            person.setName(details.name());
            person.setPhoneCipher(cipher.encrypt(id, details.phone()));
            person.setPhotoFile(newPhoto != null ? newPhoto : person.getPhotoFile());
            person.setChangedAt(now());
            person.update();
        }
        return new PersonId(id);
    }

    private static String text(@Nullable UUID file) {
        return file == null ? "" : file.toString();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> findByIdNumber(String idNumber) {
        return db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID_NUMBER_INDEX.eq(cipher.index(idNumber)))
                .fetchOptional(r -> new PersonId(aliases.survivor(r.value1())));
    }

    @Override
    @Transactional(readOnly = true)
    public PersonView view(PersonId id) {
        return view(record(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, PersonView> views(Collection<PersonId> ids) {
        List<UUID> asked = ids.stream().map(PersonId::value).distinct().toList();
        Map<UUID, UUID> survivors = aliases.survivors(asked);
        Map<UUID, PersonView> found = new HashMap<>();
        db.selectFrom(PERSON)
                .where(PERSON.ID.in(asked.stream()
                        .map(id -> survivors.getOrDefault(id, id))
                        .toList()))
                .forEach(person -> found.put(person.getId(), view(person)));
        Map<PersonId, PersonView> views = new HashMap<>();
        asked.forEach(id -> {
            PersonView view = found.get(survivors.getOrDefault(id, id));
            if (view != null) {
                views.put(new PersonId(id), view);
            }
        });
        return views;
    }

    @Override
    @Transactional(readOnly = true)
    public ResidentId.Sex sex(PersonId id) {
        PersonRecord person = record(id);
        return new ResidentId(cipher.decrypt(person.getId(), person.getIdNumberCipher())).sex();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean idNumberMatches(PersonId id, String idNumber) {
        return Arrays.equals(record(id).getIdNumberIndex(), cipher.index(idNumber));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String revealIdNumber(PersonId id, Actor actor, String reason) {
        PersonRecord person = record(id);
        reveals.record(actor, "identity.id-number-revealed", "person", person.getId(), reason);
        return cipher.decrypt(person.getId(), person.getIdNumberCipher());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String revealPhone(PersonId id, Actor actor, String reason) {
        PersonRecord person = record(id);
        reveals.record(actor, "identity.phone-revealed", "person", person.getId(), reason);
        return cipher.decrypt(person.getId(), person.getPhoneCipher());
    }

    private PersonView view(PersonRecord person) {
        UUID id = person.getId();
        UUID photo = person.getPhotoFile();
        return new PersonView(
                new PersonId(id),
                person.getName(),
                Masks.idNumber(cipher.decrypt(id, person.getIdNumberCipher())),
                Masks.phone(cipher.decrypt(id, person.getPhoneCipher())),
                photo == null ? null : new FileId(photo));
    }

    private PersonRecord record(PersonId id) {
        return db.selectFrom(PERSON)
                .where(PERSON.ID.eq(aliases.survivor(id.value())))
                .fetchOptional()
                .orElseThrow(() -> new NoSuchElementException("No person " + id));
    }

    private static @Nullable UUID photo(PersonDetails details) {
        FileId photo = details.photo();
        return photo == null ? null : photo.value();
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
