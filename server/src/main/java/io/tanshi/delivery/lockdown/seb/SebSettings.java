package io.tanshi.delivery.lockdown.seb;

import static io.tanshi.delivery.jooq.Tables.SEB_SETTINGS;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.platform.DataKeys;
import io.tanshi.programme.SittingId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator sets for the locked browser of a sitting. A quit password is there from the first look on. */
@Repository
class SebSettings {

    static final String PURPOSE = "delivery.quit-password";

    /** Without letters that look alike: it is read from a screen and typed at a candidate's machine. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int LENGTH = 10;

    private final DSLContext db;
    private final DataKeys keys;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<SittingId, Settings> known = new ConcurrentHashMap<>();

    SebSettings(DSLContext db, DataKeys keys, AuditTrail trail, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    record Settings(String quitPassword, List<SebKey> browserExamKeys) {

        Settings {
            browserExamKeys = List.copyOf(browserExamKeys);
        }

        @Override
        public String toString() {
            return "Settings[protected]";
        }
    }

    /** Read often, changed seldom: kept in memory. */
    Settings of(SittingId sitting) {
        Settings found = known.get(sitting);
        if (found != null) {
            return found;
        }
        Settings read = readOrMake(sitting);
        // Whoever has changed them meanwhile is right.
        Settings changed = known.putIfAbsent(sitting, read);
        return changed != null ? changed : read;
    }

    private Settings readOrMake(SittingId sitting) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            write(sitting, new Settings(drawPassword(), List.of()), Actor.system("lockdown"), false);
            return db.selectFrom(SEB_SETTINGS)
                    .where(SEB_SETTINGS.ID.eq(sitting.value()))
                    .fetchSingle(row -> new Settings(
                            keys.decryptText(PURPOSE, row.getQuitPasswordCipher(), context(sitting)),
                            Arrays.stream(row.getBrowserExamKeys())
                                    .map(SebKey::new)
                                    .toList()));
        }));
    }

    void set(SittingId sitting, Settings settings, Actor by) {
        boolean password = !of(sitting).quitPassword().equals(settings.quitPassword());
        transaction.executeWithoutResult(_ -> {
            write(sitting, settings, by, true);
            trail.record(
                    by,
                    "delivery.seb-settings-changed",
                    "sitting",
                    sitting,
                    Map.of("browserExamKeys", settings.browserExamKeys().size(), "quitPasswordChanged", password));
        });
        known.put(sitting, settings);
    }

    private void write(SittingId sitting, Settings settings, Actor by, boolean replace) {
        var insert = db.insertInto(SEB_SETTINGS)
                .set(SEB_SETTINGS.ID, sitting.value())
                .set(
                        SEB_SETTINGS.QUIT_PASSWORD_CIPHER,
                        keys.encryptText(PURPOSE, settings.quitPassword(), context(sitting)))
                .set(
                        SEB_SETTINGS.BROWSER_EXAM_KEYS,
                        settings.browserExamKeys().stream().map(SebKey::hex).toArray(String[]::new))
                .set(SEB_SETTINGS.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(SEB_SETTINGS.CHANGED_BY_LABEL, by.label())
                .onConflict(SEB_SETTINGS.ID);
        if (replace) {
            insert.doUpdate().setAllToExcluded().execute();
        } else {
            insert.doNothing().execute();
        }
    }

    String drawPassword() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private static String context(SittingId sitting) {
        return sitting.toString();
    }
}
