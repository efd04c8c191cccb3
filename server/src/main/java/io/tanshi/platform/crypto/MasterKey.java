package io.tanshi.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that wraps all data keys; lives in a file of mode 0600 outside the data directory. */
final class MasterKey {

    private static final Logger log = LoggerFactory.getLogger(MasterKey.class);

    private MasterKey() {}

    /**
     * Reads the key, or makes it when {@code mayCreate}.
     *
     * @throws IllegalStateException when data exists that only a lost key could open
     */
    static Aead load(Path file, boolean mayCreate) {
        try {
            if (!Files.exists(file)) {
                refuseUnless(mayCreate || Files.exists(previous(file)), file);
                create(file);
            }
            return read(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The master key " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The key that was replaced, as long as its file lies beside the new one. */
    static Optional<Aead> loadPrevious(Path file) {
        Path previous = previous(file);
        try {
            return Files.exists(previous) ? Optional.of(read(previous)) : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The master key " + previous + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Sets the key aside; the next {@link #load} makes a new one. */
    static void setAside(Path file) {
        Path previous = previous(file);
        if (Files.exists(previous)) {
            throw new IllegalStateException("上一次更换主密钥留下的 " + previous
                    + " 还在。请确认服务能用新的主密钥启动、并备份好新文件，再移走它。 / The master key replaced last is still there; move it away first.");
        }
        try {
            Files.move(file, previous, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException("The master key " + file + " cannot be set aside: " + e.getMessage(), e);
        }
    }

    private static Path previous(Path file) {
        return file.resolveSibling(file.getFileName() + ".previous");
    }

    private static Aead read(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle handle =
                TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static void refuseUnless(boolean mayCreate, Path file) {
        if (!mayCreate) {
            throw new IllegalStateException(
                    "找不到主密钥文件 " + file
                            + "，而数据库里已有用它加密的个人数据。请把备份的密钥文件放回该处，或用 TANSHI_KEY_FILE 指明位置；没有它，证件号、照片等无法恢复。"
                            + " / The master key file is missing while data encrypted with it exists: restore it from its backup.");
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        log.warn("已生成主密钥 {}。请另行备份：丢失后已加密的个人数据无法恢复。 / master key made: back it up separately", file);
    }
}
