package io.tanshi.delivery.lockdown;

import static io.tanshi.delivery.jooq.Tables.ENTRY_NONCE;

import io.tanshi.delivery.DeliveryError;
import io.tanshi.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that stand in the address of one page view. A browser's hash over an address is constant and can be copied;
 * over an address that works once the copy is worthless.
 */
@Repository
public class Nonces {

    /** From the link to the loaded page; a slow line takes a while. */
    static final Duration VALIDITY = Duration.ofMinutes(2);

    /** A page that is loaded more often in a minute is none. */
    static final int PER_MINUTE = 12;

    private static final int BYTES = 16;

    private final DSLContext db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Nonces(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What became of a number that was shown. */
    public enum Use {
        ACCEPTED,
        REPLAYED,
        /** Never given out, too old, or somebody else's. */
        UNKNOWN
    }

    /**
     * @param holder whose it is; nobody else's is taken
     * @throws Problem {@code delivery/too-many-entries}
     */
    @Transactional
    public String issue(String holder) {
        if (issuedLately(holder) >= PER_MINUTE) {
            throw Problem.of(DeliveryError.TOO_MANY_ENTRIES, "一分钟内核验的次数过多，请稍候再试，或举手请监考员查看。");
        }
        String nonce = draw();
        db.insertInto(ENTRY_NONCE)
                .set(ENTRY_NONCE.NONCE_HASH, hash(nonce))
                .set(ENTRY_NONCE.HOLDER, holder)
                .set(ENTRY_NONCE.ISSUED_AT, now())
                .execute();
        return nonce;
    }

    private int issuedLately(String holder) {
        return db.fetchCount(
                ENTRY_NONCE, ENTRY_NONCE.HOLDER.eq(holder).and(ENTRY_NONCE.ISSUED_AT.gt(now().minusMinutes(1))));
    }

    /** Uses it up, in a transaction of its own: a proof that fails afterwards does not bring it back. */
    @Transactional
    public Use use(String nonce, String holder) {
        OffsetDateTime now = now();
        int used = db.update(ENTRY_NONCE)
                .set(ENTRY_NONCE.USED_AT, now)
                .where(ENTRY_NONCE.NONCE_HASH.eq(hash(nonce)))
                .and(ENTRY_NONCE.HOLDER.eq(holder))
                .and(ENTRY_NONCE.USED_AT.isNull())
                .and(ENTRY_NONCE.ISSUED_AT.ge(now.minus(VALIDITY)))
                .execute();
        return used == 1 ? Use.ACCEPTED : whyNot(nonce, holder);
    }

    private Use whyNot(String nonce, String holder) {
        Record2<String, OffsetDateTime> found = db.select(ENTRY_NONCE.HOLDER, ENTRY_NONCE.USED_AT)
                .from(ENTRY_NONCE)
                .where(ENTRY_NONCE.NONCE_HASH.eq(hash(nonce)))
                .fetchOne();
        return found != null && found.value1().equals(holder) && found.value2() != null ? Use.REPLAYED : Use.UNKNOWN;
    }

    String draw() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
