package io.tanshi.identity.dossier;

import static io.tanshi.identity.jooq.Tables.PERSON;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.files.Files;
import io.tanshi.files.StoredFile;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.jooq.tables.records.PersonRecord;
import io.tanshi.identity.people.ChangeSource;
import io.tanshi.identity.vault.ChangeLog;
import io.tanshi.identity.vault.ChangeLog.Field;
import io.tanshi.kernel.PersonName;
import io.tanshi.platform.PlatformError;
import io.tanshi.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another name or another photo from now on. What was issued before keeps the name and photo it was issued with: a
 * certificate holds its own.
 */
@Service
class PersonCorrection {

    private final DSLContext db;
    private final ChangeLog changes;
    private final Files files;
    private final AuditTrail trail;
    private final Clock clock;

    PersonCorrection(DSLContext db, ChangeLog changes, Files files, AuditTrail trail, Clock clock) {
        this.db = db;
        this.changes = changes;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Problem when it is the name already */
    @Transactional
    public void rename(UUID id, String typed, String reason, Actor by) {
        String name = PersonName.normalise(typed);
        if (name.isEmpty()) {
            throw Problem.of(PlatformError.INVALID, "请填写新的姓名。").field("name", "请填写");
        }
        PersonRecord person = locked(id);
        ChangeSource source = new ChangeSource(by.label(), reason, null);
        if (!changes.keepIfChanged(id, Field.NAME, person.getName(), name, source)) {
            throw Problem.of(IdentityError.PERSON_UNCHANGED, "新姓名与现在登记的一样，没有改动。")
                    .field("name", "与现在的一样");
        }
        person.setName(name);
        stored(person);
        trail.record(by, "identity.person-renamed", "person", id, Map.of());
    }

    /** @throws Problem when it is no JPEG picture */
    @Transactional
    public void replacePhoto(UUID id, byte[] picture, String reason, Actor by) {
        PersonRecord person = locked(id);
        StoredFile photo = stored(picture);
        if (!photo.mediaType().equals("image/jpeg")) {
            throw Problem.of(PlatformError.INVALID, "照片须是 JPEG 图片，收到的是 " + photo.mediaType() + "。请另存为 .jpg 后再上传。")
                    .field("photo", "须是 JPEG 图片");
        }
        UUID former = person.getPhotoFile();
        ChangeSource source = new ChangeSource(by.label(), reason, null);
        changes.keepIfChanged(
                id,
                Field.PHOTO,
                former == null ? "" : former.toString(),
                photo.id().toString(),
                source);
        person.setPhotoFile(photo.id().value());
        stored(person);
        trail.record(by, "identity.photo-replaced", "person", id, Map.of());
    }

    private StoredFile stored(byte[] picture) {
        try {
            return files.store(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException("The photo could not be stored", e);
        }
    }

    private void stored(PersonRecord person) {
        person.setChangedAt(clock.instant().atZone(clock.getZone()).toOffsetDateTime());
        person.update();
    }

    private PersonRecord locked(UUID id) {
        return db.selectFrom(PERSON)
                .where(PERSON.ID.eq(id))
                .and(PERSON.ERASED_AT.isNull())
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("这个人"));
    }
}
