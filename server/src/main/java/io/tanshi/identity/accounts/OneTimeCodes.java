package io.tanshi.identity.accounts;

import static io.tanshi.identity.jooq.Tables.ACTIVATION_CODE;

import io.tanshi.identity.jooq.tables.records.ActivationCodeRecord;
import io.tanshi.identity.session.AccountId;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.DataKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One-time codes: found by a keyed hash, kept encrypted so that an institution can print them again. */
@Component
class OneTimeCodes {

    // Without characters that are mistaken for one another when read from paper.
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PURPOSE = "activation-code";

    private final DSLContext db;
    private final DataKeys keys;
    private final Clock clock;
    private final Duration validity;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(
            DSLContext db, DataKeys keys, Clock clock, @Value("${tanshi.activation.validity:30d}") Duration validity) {
        this.db = db;
        this.keys = keys;
        this.clock = clock;
        this.validity = validity;
    }

    record Issued(String code, Instant expiresAt, Optional<Instant> usedAt) {}

    /** A new code; what was handed out for the account before opens nothing any more. */
    Issued issue(AccountId account) {
        revoke(account);
        String code = draw();
        UUID id = Ids.next();
        Instant now = clock.instant();
        db.insertInto(ACTIVATION_CODE)
                .set(ACTIVATION_CODE.ID, id)
                .set(ACTIVATION_CODE.ACCOUNT_ID, account.value())
                .set(ACTIVATION_CODE.CODE_INDEX, index(code))
                .set(ACTIVATION_CODE.CODE_CIPHER, keys.encryptText(PURPOSE, code, id.toString()))
                .set(ACTIVATION_CODE.ISSUED_AT, at(now))
                .set(ACTIVATION_CODE.EXPIRES_AT, at(now.plus(validity)))
                .execute();
        return new Issued(code, now.plus(validity), Optional.empty());
    }

    private void revoke(AccountId account) {
        db.update(ACTIVATION_CODE)
                .set(ACTIVATION_CODE.REVOKED_AT, at(clock.instant()))
                .where(ACTIVATION_CODE.ACCOUNT_ID.eq(account.value()))
                .and(ACTIVATION_CODE.USED_AT.isNull())
                .and(ACTIVATION_CODE.REVOKED_AT.isNull())
                .execute();
    }

    Optional<Issued> latest(AccountId account) {
        return db.selectFrom(ACTIVATION_CODE)
                .where(ACTIVATION_CODE.ACCOUNT_ID.eq(account.value()))
                .orderBy(ACTIVATION_CODE.ISSUED_AT.desc(), ACTIVATION_CODE.ID.desc())
                .limit(1)
                .fetchOptional(this::read);
    }

    /** The account whose unused, unexpired, last issued code this is; locks the code until the transaction ends. */
    Optional<AccountId> redeem(String typed) {
        return db.selectFrom(ACTIVATION_CODE)
                .where(ACTIVATION_CODE.CODE_INDEX.eq(index(typed)))
                .and(ACTIVATION_CODE.USED_AT.isNull())
                .and(ACTIVATION_CODE.REVOKED_AT.isNull())
                .and(ACTIVATION_CODE.EXPIRES_AT.gt(at(clock.instant())))
                .forUpdate()
                .fetchOptional()
                .map(r -> new AccountId(r.getAccountId()));
    }

    void markUsed(String typed) {
        db.update(ACTIVATION_CODE)
                .set(ACTIVATION_CODE.USED_AT, at(clock.instant()))
                .where(ACTIVATION_CODE.CODE_INDEX.eq(index(typed)))
                .execute();
    }

    String draw() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Spaces, hyphens and case do not matter when typing a code. */
    byte[] index(String typed) {
        String plain = typed.replaceAll("[\\s\\-－—]", "").toUpperCase(Locale.ROOT);
        return keys.blindIndex(PURPOSE, plain);
    }

    private Issued read(ActivationCodeRecord r) {
        return new Issued(
                keys.decryptText(PURPOSE, r.getCodeCipher(), r.getId().toString()),
                r.getExpiresAt().toInstant(),
                Optional.ofNullable(r.getUsedAt()).map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
