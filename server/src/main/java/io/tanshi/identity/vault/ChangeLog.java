package io.tanshi.identity.vault;

import static io.tanshi.identity.jooq.Tables.PERSON_CHANGE;

import io.tanshi.identity.people.ChangeSource;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What a person was called, could be reached under and looked like before. */
@Repository
public class ChangeLog {

    /** What can change. */
    public enum Field {
        NAME,
        PHONE,
        PHOTO;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One change; {@code before} is the earlier value, of a photo the id of its file or empty. */
    public record Change(
            UUID id,
            Field field,
            String before,
            OffsetDateTime at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String origin) {

        @Override
        public String toString() {
            return "Change[protected]";
        }
    }

    private final DSLContext db;
    private final PersonCipher cipher;
    private final Clock clock;

    ChangeLog(DSLContext db, PersonCipher cipher, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** @return whether the value differs; the earlier one is kept then */
    public boolean keepIfChanged(UUID person, Field field, String before, String after, ChangeSource source) {
        if (before.equals(after)) {
            return false;
        }
        db.insertInto(PERSON_CHANGE)
                .set(PERSON_CHANGE.ID, Ids.next())
                .set(PERSON_CHANGE.PERSON_ID, person)
                .set(PERSON_CHANGE.FIELD, field.column())
                .set(PERSON_CHANGE.BEFORE_CIPHER, cipher.encrypt(person, before))
                .set(PERSON_CHANGE.CHANGED_AT, clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .set(PERSON_CHANGE.CHANGED_BY, source.by())
                .set(PERSON_CHANGE.REASON_CIPHER, cipher.encrypt(person, source.reason()))
                .set(PERSON_CHANGE.ORIGIN, source.origin())
                .execute();
        return true;
    }

    /** The newest first. */
    public List<Change> of(PersonId person) {
        return db.selectFrom(PERSON_CHANGE)
                .where(PERSON_CHANGE.PERSON_ID.eq(person.value()))
                .orderBy(PERSON_CHANGE.CHANGED_AT.desc(), PERSON_CHANGE.ID.desc())
                .fetch(r -> new Change(
                        r.getId(),
                        Field.valueOf(r.getField().toUpperCase(java.util.Locale.ROOT)),
                        cipher.decrypt(r.getPersonId(), r.getBeforeCipher()),
                        r.getChangedAt(),
                        r.getChangedBy(),
                        r.getReasonCipher() == null ? null : cipher.decrypt(r.getPersonId(), r.getReasonCipher()),
                        r.getOrigin()));
    }
}
