package io.tanshi.exam.forms;

import static io.tanshi.exam.jooq.Tables.FORM;
import static io.tanshi.exam.jooq.Tables.FORM_HISTORY;

import io.tanshi.audit.Actor;
import io.tanshi.exam.FormId;
import io.tanshi.exam.FormStatus;
import io.tanshi.exam.Variant;
import io.tanshi.exam.jooq.tables.records.FormRecord;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.DataKeys;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The stored forms, their content encrypted and bound to the form's id. */
@Repository
class FormStore {

    private static final String PURPOSE = "exam.form";

    private final DSLContext db;
    private final DataKeys keys;
    private final JsonMapper json;

    FormStore(DSLContext db, DataKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    Optional<FormDossier> find(FormId id) {
        return db.selectFrom(FORM).where(FORM.ID.eq(id.value())).fetchOptional(this::read);
    }

    /** By level and variant. */
    List<FormDossier> ofSitting(SittingId sitting) {
        return db.selectFrom(FORM)
                .where(FORM.SITTING_ID.eq(sitting.value()))
                .orderBy(FORM.LEVEL, FORM.VARIANT)
                .fetch(this::read);
    }

    /** The same; nobody else changes the sitting's forms until the end of the transaction. */
    List<FormDossier> lock(SittingId sitting) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended(?, 1))", "exam.forms " + sitting);
        return ofSitting(sitting);
    }

    Optional<FormId> sealedInUse(SittingId sitting, Level level) {
        return db.select(FORM.ID)
                .from(FORM)
                .where(FORM.SITTING_ID.eq(sitting.value()))
                .and(FORM.LEVEL.eq(level.name()))
                .and(FORM.STATUS.eq(FormStatus.SEALED.name()))
                .and(FORM.IN_USE)
                .fetchOptional(row -> new FormId(row.value1()));
    }

    /** Forms sealed for other sittings, the latest first. */
    List<FormDossier> sealedElsewhere(SittingId sitting, int limit) {
        return db.selectFrom(FORM)
                .where(FORM.SITTING_ID.ne(sitting.value()))
                .and(FORM.STATUS.eq(FormStatus.SEALED.name()))
                .orderBy(FORM.SEALED_AT.desc())
                .limit(limit)
                .fetch(this::read);
    }

    void add(FormDossier form) {
        FormRecord row = db.newRecord(FORM);
        row.setId(form.key().id().value());
        row.setSittingId(form.key().sittingId().value());
        row.setLevel(form.key().level().name());
        row.setVariant(form.key().variant().name());
        write(form, row);
        row.insert();
    }

    void replace(FormDossier form) {
        FormRecord row = db.newRecord(FORM);
        write(form, row);
        db.update(FORM).set(row).where(FORM.ID.eq(form.key().id().value())).execute();
    }

    /** Puts the one form in the other's place; both are of one level. */
    void use(FormId chosen, FormId instead) {
        setInUse(instead, false);
        setInUse(chosen, true);
    }

    /** One line of a form's history. */
    record Change(
            String verb,
            @Nullable FormStatus from,
            FormStatus to,
            Instant at,
            Actor by,
            @Nullable String reason) {}

    void note(FormId form, Change change) {
        db.insertInto(FORM_HISTORY)
                .set(FORM_HISTORY.ID, Ids.next())
                .set(FORM_HISTORY.FORM_ID, form.value())
                .set(FORM_HISTORY.VERB, change.verb())
                .set(
                        FORM_HISTORY.FROM_STATUS,
                        change.from() == null ? null : change.from().name())
                .set(FORM_HISTORY.TO_STATUS, change.to().name())
                .set(FORM_HISTORY.AT, stored(change.at()))
                .set(FORM_HISTORY.BY_ACCOUNT, change.by().id())
                .set(FORM_HISTORY.BY_LABEL, change.by().label())
                .set(FORM_HISTORY.REASON, change.reason())
                .execute();
    }

    private void setInUse(FormId form, boolean inUse) {
        db.update(FORM).set(FORM.IN_USE, inUse).where(FORM.ID.eq(form.value())).execute();
    }

    private void write(FormDossier form, FormRecord row) {
        row.setStatus(form.status().name());
        row.setInUse(form.inUse());
        row.setSeed(form.seed());
        row.setContentCipher(keys.encryptText(
                PURPOSE,
                json.writeValueAsString(form.content()),
                form.key().id().toString()));
        row.setDigest(form.digest());
        row.setAssembledBy(form.assembled().by());
        row.setAssembledLabel(form.assembled().label());
        row.setAssembledAt(stored(form.assembled().at()));
        FormDossier.Step proposed = form.proposed();
        row.setProposedBy(proposed == null ? null : proposed.by());
        row.setProposedLabel(proposed == null ? null : proposed.label());
        row.setProposedAt(proposed == null ? null : stored(proposed.at()));
        FormDossier.Step sealed = form.sealed();
        row.setSealedBy(sealed == null ? null : sealed.by());
        row.setSealedLabel(sealed == null ? null : sealed.label());
        row.setSealedAt(sealed == null ? null : stored(sealed.at()));
    }

    private FormDossier read(FormRecord row) {
        FormId id = new FormId(row.getId());
        String content = keys.decryptText(PURPOSE, row.getContentCipher(), id.toString());
        return new FormDossier(
                new FormDossier.Key(
                        id,
                        new SittingId(row.getSittingId()),
                        Level.valueOf(row.getLevel()),
                        Variant.valueOf(row.getVariant())),
                FormStatus.valueOf(row.getStatus()),
                row.getInUse(),
                json.readValue(content, FormContent.class),
                row.getSeed(),
                row.getDigest(),
                new FormDossier.Step(
                        row.getAssembledBy(),
                        row.getAssembledLabel(),
                        row.getAssembledAt().toInstant()),
                step(row.getProposedBy(), row.getProposedLabel(), row.getProposedAt()),
                step(row.getSealedBy(), row.getSealedLabel(), row.getSealedAt()));
    }

    private static FormDossier.@Nullable Step step(
            @Nullable UUID by, @Nullable String label, @Nullable OffsetDateTime at) {
        return by == null || label == null || at == null ? null : new FormDossier.Step(by, label, at.toInstant());
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
