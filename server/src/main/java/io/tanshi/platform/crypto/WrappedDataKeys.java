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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tink keysets, one per purpose and use, stored in the database wrapped by the master key. */
class WrappedDataKeys implements DataKeys {

    /**
     * With segments of one mebibyte the JDK encrypts thirty times slower: it compiles what is called often, and so large
     * a segment is one long call. Every open file holds buffers of this size, too.
     */
    private static final int SEGMENT = 1 << 16;
    private static final String MASTER_DOES_NOT_FIT =
            "主密钥文件与这个数据库不符：里面的数据密钥打不开。请放回原来的密钥文件；若刚更换过主密钥，请把旧文件以“.previous”为后缀放在旁边再启动。"
                    + " / This master key does not open the data keys: restore the former file, or put it beside with the suffix .previous.";

    private final JdbcClient jdbc;
    private final Aead master;
    private final Clock clock;
    private final Map<String, Keyed> primitives = new ConcurrentHashMap<>();

    /** A keyset ready for use, with the number of the key that encrypts: the two are never read apart. */
    private record Keyed(Object primitive, int id) {}

    WrappedDataKeys(JdbcClient jdbc, Aead master, Clock clock) {
        this.jdbc = jdbc;
        this.master = master;
        this.clock = clock;
    }

    /** Puts the keys under this master key where they still are under the one before; all of them or none. */
    void rewrap(Optional<Aead> previous) {
        Map<String, String> all = all();
        all.entrySet().removeIf(key -> opens(key.getKey(), key.getValue(), master));
        all.replaceAll((name, wrapped) -> under(master, name, previous
                .filter(old -> opens(name, wrapped, old))
                .map(old -> guarded(() -> unwrap(name, wrapped, old)))
                .orElseThrow(() -> new IllegalStateException(MASTER_DOES_NOT_FIT))));
        all.forEach(this::store);
    }

    private boolean opens(String name, String wrapped, Aead with) {
        try {
            unwrap(name, wrapped, with);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Adds a key to every keyset that encrypts; it is the one used from now on. */
    void addKeys() {
        change(handle -> {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
            builder.addEntry(KeysetHandle.generateEntryFromParameters(
                            handle.getPrimary().getKey().getParameters())
                    .withRandomId()
                    .makePrimary());
            return builder.build();
        });
    }

    /** Leaves every keyset with its newest key only. */
    void dropOldKeys() {
        change(handle -> KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(handle.getPrimary().getKey())
                        .withFixedId(handle.getPrimary().getId())
                        .makePrimary())
                .build());
    }

    private void change(KeysetChange change) {
        for (String name : names()) {
            String wrapped = stored(name).orElseThrow();
            store(name, under(master, name, guarded(() -> change.of(unwrap(name, wrapped)))));
        }
        primitives.clear();
    }

    /** The keysets that encrypt; those of look-up hashes are left out. */
    private List<String> names() {
        return jdbc.sql("select purpose from platform.data_key where purpose not like 'index:%' order by purpose for update")
                .query(String.class)
                .list();
    }

    Map<String, Integer> versions() {
        Map<String, Integer> versions = new TreeMap<>();
        all().forEach((name, wrapped) ->
                versions.put(name, guarded(() -> unwrap(name, wrapped).size())));
        return versions;
    }

    private record Wrapped(String purpose, String wrapped) {}

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        jdbc.sql("select purpose, wrapped from platform.data_key order by purpose")
                .query(Wrapped.class)
                .list()
                .forEach(key -> all.put(key.purpose(), key.wrapped()));
        return all;
    }

    /** Reads the keys anew when next needed; another process may have changed them. */
    void forget() {
        primitives.clear();
    }

    @Override
    public byte[] mark(String purpose) {
        int id = keyed("aead:" + purpose, PredefinedAeadParameters.AES256_GCM, Aead.class)
                .id();
        return ByteBuffer.allocate(5).put((byte) 1).putInt(id).array();
    }

    @Override
    public long streamKey(String purpose) {
        return keyed("stream:" + purpose, segments(), StreamingAead.class).id();
    }

    @Override
    public byte[] encrypt(String purpose, byte[] plain, byte[] context) {
        return guarded(() -> aead(purpose).encrypt(plain, context));
    }

    @Override
    public byte[] decrypt(String purpose, byte[] cipher, byte[] context) {
        try {
            return aead(purpose).decrypt(cipher, context);
        } catch (GeneralSecurityException unknown) {
            // Perhaps another process has made a new key: look once more.
            primitives.remove("aead:" + purpose);
            return guarded(() -> aead(purpose).decrypt(cipher, context));
        }
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
        return type.cast(keyed(name, parameters, type).primitive());
    }

    private Keyed keyed(String name, Parameters parameters, Class<?> type) {
        return primitives.computeIfAbsent(name, n -> guarded(() -> {
            KeysetHandle keyset = keyset(n, parameters);
            return new Keyed(
                    keyset.getPrimitive(RegistryConfiguration.get(), type),
                    keyset.getPrimary().getId());
        }));
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

    private void store(String name, String wrapped) {
        jdbc.sql("update platform.data_key set wrapped = :wrapped where purpose = :purpose")
                .param("purpose", name)
                .param("wrapped", wrapped)
                .update();
    }

    private static String under(Aead master, String name, KeysetHandle handle) {
        return guarded(() -> TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, master, bytes(name)));
    }

    private String make(String name, Parameters parameters) {
        String wrapped = under(master, name, guarded(() -> KeysetHandle.generateNew(parameters)));
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
        return unwrap(name, wrapped, master);
    }

    private static KeysetHandle unwrap(String name, String wrapped, Aead with) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(wrapped, with, bytes(name));
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
    private interface KeysetChange {
        KeysetHandle of(KeysetHandle handle) throws GeneralSecurityException;
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
