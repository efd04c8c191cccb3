package io.tanshi.certificate.signature;

import io.tanshi.platform.TanshiSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Where the signing key lives: beside the master key, outside the data directory and its backups. An assessment body
 * imports its own PKCS#12 store; only a demonstration makes a key of its own.
 */
public final class SigningKeys {

    /** The certificate to hand to those who check signatures, written in PEM whenever a key is opened. */
    static final String ANCHOR_FILE = "signing-anchor.pem";

    private static final String STORE_FILE = "signing-demo.p12";
    private static final String PASSWORD_FILE = "signing-demo.password";
    /** A demonstration has certificates of an earlier sitting, signed with this key. */
    private static final Duration BACKDATED = Duration.ofDays(365);

    private static final Duration VALIDITY = Duration.ofDays(3653);

    private final Path directory;

    /** @param directory the directory of the master key */
    public SigningKeys(Path directory) {
        this.directory = directory;
    }

    /** Beside the master key, as the environment of the launcher names it. */
    static SigningKeys of(Map<String, String> environment) {
        String data = environment.getOrDefault("TANSHI_DATA", "");
        String keyFile = environment.getOrDefault("TANSHI_KEY_FILE", "");
        return beside(new TanshiSettings(
                Path.of(data.isBlank() ? "./data" : data), Path.of(keyFile), new TanshiSettings.Database("", "", "")));
    }

    /** Beside the master key of an installation. */
    public static SigningKeys beside(TanshiSettings settings) {
        return new SigningKeys(Objects.requireNonNull(settings.masterKeyFile().getParent()));
    }

    /** Opens the store an operator has imported. */
    public SigningKey imported(Path store, String password) {
        try {
            return published(SigningKey.open(Files.readAllBytes(store), password.toCharArray()));
        } catch (IOException e) {
            throw new IllegalArgumentException("签名密钥库读不到：" + store, e);
        }
    }

    /** Opens the key of the demonstration, made at the first call. Its certificate says that it is a demonstration. */
    public SigningKey demonstration(String issuer, Instant now) {
        try {
            Path store = directory.resolve(STORE_FILE);
            if (!Files.exists(store)) {
                Files.createDirectories(directory);
                String password = randomPassword();
                writePrivately(directory.resolve(PASSWORD_FILE), password.getBytes(StandardCharsets.US_ASCII));
                writePrivately(store, newStore(issuer, now, password));
            }
            String password = Files.readString(directory.resolve(PASSWORD_FILE)).strip();
            return published(SigningKey.open(Files.readAllBytes(store), password.toCharArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The anchor written when a key was last opened here. */
    public Optional<Path> anchorFile() {
        return Optional.of(directory.resolve(ANCHOR_FILE)).filter(Files::isReadable);
    }

    private SigningKey published(SigningKey key) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(ANCHOR_FILE), Pem.write(key.anchor()));
        return key;
    }

    private static byte[] newStore(String issuer, Instant now, String password) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            KeyPair pair = generator.generateKeyPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("signing", pair.getPrivate(), password.toCharArray(), new Certificate[] {
                selfSigned(pair, issuer, now)
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("The signing key could not be made", e);
        }
    }

    private static X509Certificate selfSigned(KeyPair pair, String issuer, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, issuer)
                .addRDN(BCStyle.OU, "演示环境，不具效力")
                .addRDN(BCStyle.CN, issuer + "（演示签名）")
                .build();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, new SecureRandom()).setBit(119),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(VALIDITY)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void writePrivately(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, content, StandardOpenOption.CREATE);
    }
}
