package io.tanshi.identity.vault;

import static io.tanshi.identity.jooq.Tables.PERSON;
import static io.tanshi.identity.jooq.Tables.PERSON_CHANGE;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.files.FileId;
import io.tanshi.identity.jooq.tables.records.PersonRecord;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Ids;
import io.tanshi.kernel.ResidentId;
import io.tanshi.platform.DataKeys;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StoredPeople implements People {

    private static final String PURPOSE = "person";

    private final DSLContext db;
    private final DataKeys keys;
    private final AuditTrail trail;
    private final Clock clock;

    StoredPeople(DSLContext db, DataKeys keys, AuditTrail trail, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PersonId register(PersonDetails details) {
        byte[] index = index(details.idNumber());
        Optional<PersonRecord> known = db.selectFrom(PERSON)
                .where(PERSON.ID_NUMBER_INDEX.eq(index))
                .forUpdate()
                .fetchOptional();
        if (known.isPresent()) {
            return update(known.get(), details);
        }
        return insert(details, index);
    }

    private PersonId insert(PersonDetails details, byte[] index) {
        PersonId id = PersonId.next();
        OffsetDateTime now = now();
        int inserted = db.insertInto(PERSON)
                .set(PERSON.ID, id.value())
                .set(PERSON.NAME, details.name())
                .set(PERSON.ID_NUMBER_CIPHER, encrypt(id.value(), details.idNumber()))
                .set(PERSON.ID_NUMBER_INDEX, index)
                .set(PERSON.PHONE_CIPHER, encrypt(id.value(), details.phone()))
                .set(PERSON.PHOTO_FILE, photo(details))
                .set(PERSON.CREATED_AT, now)
                .set(PERSON.CHANGED_AT, now)
                .onConflict(PERSON.ID_NUMBER_INDEX)
                .doNothing()
                .execute();
        // Someone registered the same number a moment ago: theirs is the person.
        return inserted == 1 ? id : register(details);
    }

    private PersonId update(PersonRecord person, PersonDetails details) {
        UUID id = person.getId();
        boolean renamed = keepIfChanged(id, "name", person.getName(), details.name());
        boolean rephoned = keepIfChanged(id, "phone", decrypt(id, person.getPhoneCipher()), details.phone());
        UUID newPhoto = photo(details);
        boolean rephotoed = newPhoto != null
                && keepIfChanged(id, "photo", String.valueOf(person.getPhotoFile()), newPhoto.toString());
        if (renamed || rephoned || rephotoed) {
            person.setName(details.name());
            person.setPhoneCipher(encrypt(id, details.phone()));
            person.setPhotoFile(newPhoto != null ? newPhoto : person.getPhotoFile());
            person.setChangedAt(now());
            person.update();
        }
        return new PersonId(id);
    }

    private boolean keepIfChanged(UUID person, String field, String before, String after) {
        if (before.equals(after)) {
            return false;
        }
        db.insertInto(PERSON_CHANGE)
                .set(PERSON_CHANGE.ID, Ids.next())
                .set(PERSON_CHANGE.PERSON_ID, person)
                .set(PERSON_CHANGE.FIELD, field)
                .set(PERSON_CHANGE.BEFORE_CIPHER, encrypt(person, before))
                .set(PERSON_CHANGE.CHANGED_AT, now())
                .execute();
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> findByIdNumber(String idNumber) {
        return db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID_NUMBER_INDEX.eq(index(idNumber)))
                .fetchOptional(r -> new PersonId(r.value1()));
    }

    @Override
    @Transactional(readOnly = true)
    public PersonView view(PersonId id) {
        return view(record(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, PersonView> views(Collection<PersonId> ids) {
        return db
                .selectFrom(PERSON)
                .where(PERSON.ID.in(ids.stream().map(PersonId::value).toList()))
                .fetch()
                .stream()
                .map(this::view)
                .collect(Collectors.toMap(PersonView::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public ResidentId.Sex sex(PersonId id) {
        return new ResidentId(decrypt(id.value(), record(id).getIdNumberCipher())).sex();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean idNumberMatches(PersonId id, String idNumber) {
        return Arrays.equals(record(id).getIdNumberIndex(), index(idNumber));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String revealIdNumber(PersonId id, Actor actor, String reason) {
        trail.record(actor, "identity.id-number-revealed", "person", id, Map.of("reason", reason));
        return decrypt(id.value(), record(id).getIdNumberCipher());
    }

    private PersonView view(PersonRecord person) {
        UUID id = person.getId();
        UUID photo = person.getPhotoFile();
        return new PersonView(
                new PersonId(id),
                person.getName(),
                Masks.idNumber(decrypt(id, person.getIdNumberCipher())),
                Masks.phone(decrypt(id, person.getPhoneCipher())),
                photo == null ? null : new FileId(photo));
    }

    private PersonRecord record(PersonId id) {
        return db.selectFrom(PERSON)
                .where(PERSON.ID.eq(id.value()))
                .fetchOptional()
                .orElseThrow(() -> new NoSuchElementException("No person " + id));
    }

    @org.jspecify.annotations.Nullable
    private static UUID photo(PersonDetails details) {
        FileId photo = details.photo();
        return photo == null ? null : photo.value();
    }

    private byte[] index(String idNumber) {
        return keys.blindIndex(PURPOSE, idNumber);
    }

    private String encrypt(UUID person, String plain) {
        return keys.encryptText(PURPOSE, plain, person.toString());
    }

    private String decrypt(UUID person, String cipher) {
        return keys.decryptText(PURPOSE, cipher, person.toString());
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
