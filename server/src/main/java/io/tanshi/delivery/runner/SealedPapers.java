package io.tanshi.delivery.runner;

import static io.tanshi.delivery.jooq.Tables.SEALED_PAPER;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanshi.delivery.jooq.tables.records.SealedPaperRecord;
import io.tanshi.exam.FormId;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The papers as they are handed out before the bell: one encrypted block for each form, the same for every candidate, so
 * that at the bell nothing but a key of 32 bytes travels. Each candidate's order comes from the seed, at the screen.
 */
@Component
class SealedPapers {

    private static final String PURPOSE = "delivery.paper-key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Papers papers;
    private final DSLContext db;
    private final DataKeys keys;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();
    private final Cache<FormId, SealedPaper> known =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(4)).build();

    SealedPapers(Papers papers, DSLContext db, DataKeys keys, JsonMapper json) {
        this.papers = papers;
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    /**
     * @param content nonce (12 bytes), then the paper under AES-256-GCM with its tag
     * @param digest SHA-256 over the content, hexadecimal; names it in caches
     * @param key base 64; nobody gets it before the bell
     */
    record SealedPaper(byte[] content, String digest, String key) {

        @Override
        public String toString() {
            return "SealedPaper[" + digest + "]";
        }
    }

    SealedPaper of(FormId form) {
        return known.get(form, id -> stored(id).orElseGet(() -> make(id)));
    }

    private Optional<SealedPaper> stored(FormId form) {
        return db.selectFrom(SEALED_PAPER)
                .where(SEALED_PAPER.ID.eq(form.value()))
                .fetchOptional(row -> new SealedPaper(
                        row.getContent(),
                        row.getDigest(),
                        keys.decryptText(PURPOSE, row.getKeyCipher(), form.toString())));
    }

    /** Made once: whoever has fetched it before a restart opens it with the same key after it. */
    private SealedPaper make(FormId form) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String keyText = Base64.getEncoder().encodeToString(key);
        byte[] content = seal(key, json.writeValueAsBytes(ExamViews.paper(papers.of(form))));
        SealedPaperRecord row = db.newRecord(SEALED_PAPER);
        row.setId(form.value());
        row.setContent(content);
        row.setDigest(digest(content));
        row.setKeyCipher(keys.encryptText(PURPOSE, keyText, form.toString()));
        db.insertInto(SEALED_PAPER).set(row).onConflictDoNothing().execute();
        return stored(form).orElseThrow();
    }

    private byte[] seal(byte[] key, byte[] paper) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(paper);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What delivery keeps encrypted. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        SealedColumns columnsOfPaperKeys() {
            return SealedColumns.of("试卷密钥", SealedColumn.of(PURPOSE, "delivery.sealed_paper", "key_cipher"));
        }
    }
}
