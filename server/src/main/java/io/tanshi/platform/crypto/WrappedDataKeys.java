package io.tanshi.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import io.tanshi.platform.DataKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tink keysets, one per purpose and use, stored in the database wrapped by the master key. */
class WrappedDataKeys implements DataKeys {

    /**
     * With segments of one mebibyte the JDK encrypts thirty times slower: it compiles what is called often, and so large
     * a segment is one long call. Every open file holds buffers of this size, too.
     */
    private static final int SEGMENT = 1 << 16;

    private final JdbcClient jdbc;
    private final Aead master;
    private final Clock clock;
    private final Map<String, Object> primitives = new ConcurrentHashMap<>();

    WrappedDataKeys(JdbcClient jdbc, Aead master, Clock clock) {
        this.jdbc = jdbc;
        this.master = master;
        this.clock = clock;
    }

    @Override
    public byte[] encrypt(String purpose, byte[] plain, byte[] context) {
        return guarded(() -> aead(purpose).encrypt(plain, context));
    }

    @Override
    public byte[] decrypt(String purpose, byte[] cipher, byte[] context) {
        return guarded(() -> aead(purpose).decrypt(cipher, context));
    }

    @Override
    public String encryptText(String purpose, String plain, String context) {
        return Base64.getEncoder().encodeToString(encrypt(purpose, bytes(plain), bytes(context)));
    }

    @Override
    public String decryptText(String purpose, String cipher, String context) {
        return new String(decrypt(purpose, Base64.getDecoder().decode(cipher), bytes(context)), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] blindIndex(String purpose, String value) {
        Mac mac = primitive("index:" + purpose, hmac(), Mac.class);
        return guarded(() -> mac.computeMac(bytes(value)));
    }

    @Override
    public OutputStream encrypting(String purpose, OutputStream target, byte[] context) throws IOException {
        return guardedIo(() -> streaming(purpose).newEncryptingStream(target, context));
    }

    @Override
    public InputStream decrypting(String purpose, InputStream source, byte[] context) throws IOException {
        return guardedIo(() -> streaming(purpose).newDecryptingStream(source, context));
    }

    @Override
    public SeekableByteChannel decrypting(String purpose, SeekableByteChannel source, byte[] context)
            throws IOException {
        SeekableByteChannel clear = guardedIo(() -> streaming(purpose).newSeekableDecryptingChannel(source, context));
        // Before its first read the channel does not know which key fits, nor its own size.
        clear.read(ByteBuffer.allocate(1));
        return clear.position(0);
    }

    private Aead aead(String purpose) {
        return primitive("aead:" + purpose, PredefinedAeadParameters.AES256_GCM, Aead.class);
    }

    private StreamingAead streaming(String purpose) {
        return primitive("stream:" + purpose, segments(), StreamingAead.class);
    }

    private <P> P primitive(String name, Parameters parameters, Class<P> type) {
        return type.cast(primitives.computeIfAbsent(
                name, n -> guarded(() -> keyset(n, parameters).getPrimitive(RegistryConfiguration.get(), type))));
    }

    private KeysetHandle keyset(String name, Parameters parameters) throws GeneralSecurityException {
        return unwrap(name, stored(name).orElseGet(() -> make(name, parameters)));
    }

    private Optional<String> stored(String name) {
        return jdbc.sql("select wrapped from platform.data_key where purpose = :purpose")
                .param("purpose", name)
                .query(String.class)
                .optional();
    }

    private String make(String name, Parameters parameters) {
        String wrapped = guarded(() -> TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                KeysetHandle.generateNew(parameters), master, bytes(name)));
        jdbc.sql("insert into platform.data_key (purpose, wrapped, made_at) values (:purpose, :wrapped, :at) "
                        + "on conflict (purpose) do nothing")
                .param("purpose", name)
                .param("wrapped", wrapped)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        // Another process may have been first: what stands in the table is the key.
        return stored(name).orElseThrow();
    }

    private KeysetHandle unwrap(String name, String wrapped) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, bytes(name));
    }

    private static AesGcmHkdfStreamingParameters segments() {
        return guarded(() -> AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(32)
                .setDerivedAesGcmKeySizeBytes(32)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT)
                .build());
    }

    private static HmacParameters hmac() {
        return guarded(() -> HmacParameters.builder()
                .setKeySizeBytes(32)
                .setTagSizeBytes(32)
                .setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX)
                .build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface CryptoCall<T> {
        T call() throws GeneralSecurityException;
    }

    @FunctionalInterface
    private interface CryptoIoCall<T> {
        T call() throws GeneralSecurityException, IOException;
    }

    private static <T> T guarded(CryptoCall<T> call) {
        try {
            return call.call();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key or a ciphertext does not fit: " + e.getMessage(), e);
        }
    }

    private static <T> T guardedIo(CryptoIoCall<T> call) throws IOException {
        try {
            return call.call();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key or a ciphertext does not fit: " + e.getMessage(), e);
        }
    }
}
