package io.tanshi.identity.privacy;

import static io.tanshi.identity.jooq.Tables.ACCOUNT;
import static io.tanshi.identity.jooq.Tables.ACTIVATION_CODE;
import static io.tanshi.identity.jooq.Tables.PERSON;
import static io.tanshi.identity.jooq.Tables.PERSON_CHANGE;

import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.vault.Aliases;
import io.tanshi.identity.vault.ChangeLog;
import io.tanshi.identity.vault.PersonCipher;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Removes what identity knows of a person, and of those who were merged into it. The empty row stays for the records. */
@Component
class PersonEraser {

    private static final String NOBODY = "已删除的人员";

    private final DSLContext db;
    private final Aliases aliases;
    private final ChangeLog changes;
    private final PersonCipher cipher;
    private final Files files;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;

    PersonEraser(
            DSLContext db,
            Aliases aliases,
            ChangeLog changes,
            PersonCipher cipher,
            Files files,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Clock clock) {
        this.db = db;
        this.aliases = aliases;
        this.changes = changes;
        this.cipher = cipher;
        this.files = files;
        this.sessions = sessions;
        this.clock = clock;
    }

    void erase(PersonId person) {
        List<PersonId> all = new ArrayList<>(aliases.of(person));
        all.add(person);
        for (PersonId one : all) {
            photos(one).forEach(files::delete);
            db.deleteFrom(PERSON_CHANGE)
                    .where(PERSON_CHANGE.PERSON_ID.eq(one.value()))
                    .execute();
            closeAccount(one);
            empty(one.value());
        }
    }

    private List<FileId> photos(PersonId person) {
        List<FileId> photos = new ArrayList<>();
        changes.of(person).stream()
                .filter(change -> change.field() == ChangeLog.Field.PHOTO && !change.before().isEmpty())
                .forEach(change -> photos.add(new FileId(UUID.fromString(change.before()))));
        db.select(PERSON.PHOTO_FILE)
                .from(PERSON)
                .where(PERSON.ID.eq(person.value()))
                .and(PERSON.PHOTO_FILE.isNotNull())
                .forEach(r -> photos.add(new FileId(r.value1())));
        return photos;
    }

    private void closeAccount(PersonId person) {
        for (UUID account : db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.eq(person.value()))
                .fetch(ACCOUNT.ID)) {
            sessions.findByPrincipalName(new AccountId(account).toString()).keySet().forEach(sessions::deleteById);
            db.deleteFrom(ACTIVATION_CODE)
                    .where(ACTIVATION_CODE.ACCOUNT_ID.eq(account))
                    .execute();
            db.update(ACCOUNT)
                    .setNull(ACCOUNT.PASSWORD_HASH)
                    .set(ACCOUNT.STATUS, "SUSPENDED")
                    .where(ACCOUNT.ID.eq(account))
                    .execute();
        }
    }

    private void empty(UUID person) {
        OffsetDateTime now = clock.instant().atZone(clock.getZone()).toOffsetDateTime();
        db.update(PERSON)
                .set(PERSON.NAME, NOBODY)
                .set(PERSON.ID_NUMBER_CIPHER, cipher.encrypt(person, ""))
                // Found by no number: the id itself stands where the hash stood.
                .set(PERSON.ID_NUMBER_INDEX, bytes(person))
                .set(PERSON.PHONE_CIPHER, cipher.encrypt(person, ""))
                .setNull(PERSON.PHOTO_FILE)
                .set(PERSON.ERASED_AT, now)
                .set(PERSON.CHANGED_AT, now)
                .where(PERSON.ID.eq(person))
                .execute();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
