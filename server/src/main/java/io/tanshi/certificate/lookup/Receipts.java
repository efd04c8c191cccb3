package io.tanshi.certificate.lookup;

import static io.tanshi.certificate.jooq.Tables.LOOKUP;

import io.tanshi.certificate.register.IssuedCertificates.IssuedCertificate;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps that a certificate was checked and how it stood; never who checked it. */
@Repository
class Receipts {

    /** The proof of one check. */
    record Receipt(String number, Instant at) {}

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyMM ddHH");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;
    private final Clock clock;

    Receipts(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    public Receipt write(IssuedCertificate certificate, Way way) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        String number;
        do {
            number = "CX " + HOUR.format(now) + " " + fourCharacters();
        } while (!insert(number, certificate, way, now));
        return new Receipt(number, now.toInstant());
    }

    private boolean insert(String number, IssuedCertificate certificate, Way way, ZonedDateTime at) {
        return db.insertInto(LOOKUP)
                        .set(LOOKUP.RECEIPT, number)
                        .set(LOOKUP.CERTIFICATE_ID, certificate.id().value())
                        .set(LOOKUP.WAY, way.name())
                        .set(LOOKUP.STANDING, certificate.status().name())
                        .set(LOOKUP.AT, at.toOffsetDateTime())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static String fourCharacters() {
        StringBuilder text = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
