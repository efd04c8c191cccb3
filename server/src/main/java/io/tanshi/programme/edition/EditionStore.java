package io.tanshi.programme.edition;

import static io.tanshi.programme.jooq.Tables.EDITION;
import static io.tanshi.programme.jooq.Tables.PARAMETER_SETTING;

import io.tanshi.kernel.Ids;
import io.tanshi.programme.ReviewPromise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;

/** The installed documents, version by version, and what was set by hand. */
@Repository
class EditionStore {

    /** One version of a document. */
    record Edition(String document, int version, String sha256, String content, Instant installedAt) {}

    /** A parameter as an administrator set it. */
    record Setting(String key, String value, String reason, String setBy, Instant setAt) {}

    private final DSLContext db;

    EditionStore(DSLContext db) {
        this.db = db;
    }

    Optional<Edition> newest(String document) {
        return editions().stream()
                .filter(edition -> edition.document().equals(document))
                .findFirst();
    }

    /** The newest version of each document, by its name. */
    Map<String, Edition> newest() {
        return editions().stream()
                .collect(Collectors.toMap(Edition::document, Function.identity(), (newer, older) -> newer));
    }

    /** Every version of every document, newest first. */
    List<Edition> editions() {
        return db.selectFrom(EDITION)
                .orderBy(EDITION.DOCUMENT, EDITION.VERSION.desc())
                .fetch(r -> new Edition(
                        r.getDocument(),
                        r.getVersion(),
                        r.getSha256(),
                        r.getContent().data(),
                        r.getInstalledAt().toInstant()));
    }

    void add(Edition edition) {
        db.insertInto(EDITION)
                .set(EDITION.DOCUMENT, edition.document())
                .set(EDITION.VERSION, edition.version())
                .set(EDITION.SHA256, edition.sha256())
                .set(EDITION.CONTENT, JSONB.valueOf(edition.content()))
                .set(
                        EDITION.INSTALLED_AT,
                        edition.installedAt().atZone(ReviewPromise.ZONE).toOffsetDateTime())
                .execute();
    }

    /** The newest setting of each key. */
    Map<String, Setting> settings() {
        return db
                .selectFrom(PARAMETER_SETTING)
                .orderBy(PARAMETER_SETTING.SET_AT.desc(), PARAMETER_SETTING.ID.desc())
                .fetch(r -> new Setting(
                        r.getKey(),
                        r.getValue(),
                        r.getReason(),
                        r.getSetBy(),
                        r.getSetAt().toInstant()))
                .stream()
                .collect(Collectors.toMap(Setting::key, Function.identity(), (newer, older) -> newer));
    }

    void add(Setting setting) {
        db.insertInto(PARAMETER_SETTING)
                .set(PARAMETER_SETTING.ID, Ids.next())
                .set(PARAMETER_SETTING.KEY, setting.key())
                .set(PARAMETER_SETTING.VALUE, setting.value())
                .set(PARAMETER_SETTING.REASON, setting.reason())
                .set(PARAMETER_SETTING.SET_BY, setting.setBy())
                .set(
                        PARAMETER_SETTING.SET_AT,
                        setting.setAt().atZone(ReviewPromise.ZONE).toOffsetDateTime())
                .execute();
    }
}
