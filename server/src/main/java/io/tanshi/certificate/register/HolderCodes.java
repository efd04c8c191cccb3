package io.tanshi.certificate.register;

import static io.tanshi.certificate.jooq.Tables.HOLDER_CODE;

import io.tanshi.certificate.CertificateError;
import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.jooq.tables.records.HolderCodeRecord;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.Problem;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Codes that a holder gives to somebody who may see the full name and the photo. */
@Repository
class HolderCodes {

    /** One code as the holder sees it. */
    record HolderCode(UUID id, String code, Instant expiresAt) {}

    static final Duration VALIDITY = Duration.ofDays(30);
    private static final int MOST = 5;
    private static final String PURPOSE = "certificate-code";

    /** Without the letters and digits that are read for one another. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;
    private final DataKeys keys;
    private final Clock clock;

    HolderCodes(DSLContext db, DataKeys keys, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.clock = clock;
    }

    HolderCode create(CertificateId certificate) {
        if (of(certificate).size() >= MOST) {
            throw Problem.of(CertificateError.TOO_MANY_CODES, "同时有效的验证码最多 " + MOST + " 个。请先停用不再需要的。");
        }
        UUID id = Ids.next();
        String code = newCode();
        Instant expires = clock.instant().plus(VALIDITY);
        db.insertInto(HOLDER_CODE)
                .set(HOLDER_CODE.ID, id)
                .set(HOLDER_CODE.CERTIFICATE_ID, certificate.value())
                .set(HOLDER_CODE.CODE_INDEX, keys.blindIndex(PURPOSE, code))
                .set(HOLDER_CODE.CODE_CIPHER, keys.encryptText(PURPOSE, code, id.toString()))
                .set(HOLDER_CODE.CREATED_AT, moment(clock.instant()))
                .set(HOLDER_CODE.EXPIRES_AT, moment(expires))
                .execute();
        return new HolderCode(id, printed(code), expires);
    }

    /** Those that still open something, oldest first. */
    List<HolderCode> of(CertificateId certificate) {
        return db.selectFrom(HOLDER_CODE)
                .where(HOLDER_CODE.CERTIFICATE_ID.eq(certificate.value()))
                .and(isOpen())
                .orderBy(HOLDER_CODE.CREATED_AT)
                .fetch(this::read);
    }

    /** Stops one; false when this certificate has no such code. */
    boolean stop(CertificateId certificate, UUID code) {
        return db.update(HOLDER_CODE)
                        .set(HOLDER_CODE.STOPPED_AT, moment(clock.instant()))
                        .where(HOLDER_CODE.ID.eq(code))
                        .and(HOLDER_CODE.CERTIFICATE_ID.eq(certificate.value()))
                        .and(HOLDER_CODE.STOPPED_AT.isNull())
                        .execute()
                == 1;
    }

    /** The certificate a typed code opens. */
    Optional<CertificateId> opening(String typed) {
        String code = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
        return db.select(HOLDER_CODE.CERTIFICATE_ID)
                .from(HOLDER_CODE)
                .where(HOLDER_CODE.CODE_INDEX.eq(keys.blindIndex(PURPOSE, code)))
                .and(isOpen())
                .fetchOptional(r -> new CertificateId(r.value1()));
    }

    private Condition isOpen() {
        return HOLDER_CODE.STOPPED_AT.isNull().and(HOLDER_CODE.EXPIRES_AT.gt(moment(clock.instant())));
    }

    private HolderCode read(HolderCodeRecord row) {
        String code = keys.decryptText(PURPOSE, row.getCodeCipher(), row.getId().toString());
        return new HolderCode(row.getId(), printed(code), row.getExpiresAt().toInstant());
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String printed(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    private OffsetDateTime moment(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
