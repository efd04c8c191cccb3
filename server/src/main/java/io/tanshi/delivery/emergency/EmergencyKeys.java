package io.tanshi.delivery.emergency;

import static io.tanshi.delivery.jooq.Tables.EMERGENCY_KEY;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.Problem;
import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import io.tanshi.programme.SittingId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** One key pair for each sitting: screens encrypt to the public half, the private one never leaves the server. */
@Component
class EmergencyKeys {

    private static final String PURPOSE = "delivery.emergency-key";
    private static final int BITS = 3072;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final DSLContext db;
    private final DataKeys keys;
    private final Clock clock;
    private final Cache<SittingId, String> known =
            Caffeine.newBuilder().maximumSize(50).build();

    EmergencyKeys(DSLContext db, DataKeys keys, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.clock = clock;
    }

    /** SubjectPublicKeyInfo, base 64; made when it is first asked for. */
    String publicKey(SittingId sitting) {
        return known.get(sitting, id -> stored(id).orElseGet(() -> make(id)));
    }

    private Optional<String> stored(SittingId sitting) {
        return db.select(EMERGENCY_KEY.PUBLIC_KEY)
                .from(EMERGENCY_KEY)
                .where(EMERGENCY_KEY.ID.eq(sitting.value()))
                .fetchOptional(row -> Base64.getEncoder().encodeToString(row.value1()));
    }

    private String make(SittingId sitting) {
        KeyPair pair = pair();
        String privateKey = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        db.insertInto(EMERGENCY_KEY)
                .set(EMERGENCY_KEY.ID, sitting.value())
                .set(EMERGENCY_KEY.PUBLIC_KEY, pair.getPublic().getEncoded())
                .set(EMERGENCY_KEY.PRIVATE_KEY_CIPHER, keys.encryptText(PURPOSE, privateKey, sitting.toString()))
                .set(
                        EMERGENCY_KEY.MADE_AT,
                        clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .onConflictDoNothing()
                .execute();
        return stored(sitting).orElseThrow();
    }

    /** @throws Problem {@code delivery/emergency-tampered} when anything of the file was changed, or it is of another key */
    byte[] open(EmergencyFile file) {
        try {
            Cipher unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
            unwrap.init(Cipher.DECRYPT_MODE, privateKey(file.sitting()), OAEP);
            byte[] key = unwrap.doFinal(file.wrappedKey());
            if (key.length != KEY_BYTES) {
                throw tampered();
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, file.nonce()));
            cipher.updateAAD(file.clear());
            return cipher.doFinal(file.content());
        } catch (GeneralSecurityException e) {
            throw tampered();
        }
    }

    private PrivateKey privateKey(SittingId sitting) throws GeneralSecurityException {
        String cipher = db.select(EMERGENCY_KEY.PRIVATE_KEY_CIPHER)
                .from(EMERGENCY_KEY)
                .where(EMERGENCY_KEY.ID.eq(sitting.value()))
                .fetchOptional(EMERGENCY_KEY.PRIVATE_KEY_CIPHER)
                .orElseThrow(EmergencyKeys::tampered);
        byte[] encoded = Base64.getDecoder().decode(keys.decryptText(PURPOSE, cipher, sitting.toString()));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static Problem tampered() {
        return Problem.of(
                DeliveryError.EMERGENCY_TAMPERED, "文件不能解密：内容在保存后被改动，或复制时损坏。没有收下任何作答。请到那台考试机上重新保存一份，不要用编辑器打开它。");
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is kept encrypted for it. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        SealedColumns columnsOfEmergencyKeys() {
            return SealedColumns.of("应急答卷密钥", SealedColumn.of(PURPOSE, "delivery.emergency_key", "private_key_cipher"));
        }
    }
}
