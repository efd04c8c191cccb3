package io.tanshi.files.store;

import static io.tanshi.files.jooq.Tables.STORED_FILE;

import io.tanshi.files.FileId;
import io.tanshi.files.StoredFile;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.TanshiSettings;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class DirectoryFiles implements io.tanshi.files.Files {

    private static final Logger log = LoggerFactory.getLogger(DirectoryFiles.class);
    static final String PURPOSE = "files";

    private final DSLContext db;
    private final DataKeys keys;
    private final Clock clock;
    private final Path root;

    DirectoryFiles(DSLContext db, DataKeys keys, Clock clock, TanshiSettings settings) {
        this.db = db;
        this.keys = keys;
        this.clock = clock;
        this.root = settings.data().resolve("files");
    }

    @Override
    public StoredFile store(InputStream content) throws IOException {
        FileId id = FileId.next();
        Path target = path(id);
        Files.createDirectories(target.getParent());
        removeOnRollback(target);
        // Asked before the writing: a key that changes meanwhile makes the file look older than it is, never newer.
        long key = keys.streamKey(PURPOSE);
        StoredFile file = written(id, content, target);
        db.insertInto(STORED_FILE)
                .set(STORED_FILE.ID, id.value())
                .set(STORED_FILE.SIZE, file.size())
                .set(STORED_FILE.SHA256, file.sha256())
                .set(STORED_FILE.MEDIA_TYPE, file.mediaType())
                .set(STORED_FILE.KEY_ID, key)
                .set(
                        STORED_FILE.STORED_AT,
                        clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .execute();
        return file;
    }

    /** What comes only in part, because the sender left, is not kept. */
    private StoredFile written(FileId id, InputStream content, Path target) throws IOException {
        try {
            return write(id, content, target);
        } catch (IOException | RuntimeException e) {
            remove(target);
            throw e;
        }
    }

    private StoredFile write(FileId id, InputStream content, Path target) throws IOException {
        PushbackInputStream sniffed = new PushbackInputStream(content, MediaTypes.NEEDED);
        byte[] head = sniffed.readNBytes(MediaTypes.NEEDED);
        sniffed.unread(head);
        MessageDigest sha256 = sha256();
        long size;
        try (InputStream in = new DigestInputStream(sniffed, sha256);
                OutputStream out = keys.encrypting(
                        PURPOSE, new BufferedOutputStream(Files.newOutputStream(target), 1 << 16), context(id))) {
            size = in.transferTo(out);
        }
        return new StoredFile(id, size, HexFormat.of().formatHex(sha256.digest()), MediaTypes.of(head));
    }

    @Override
    public StoredFile describe(FileId id) {
        return db.selectFrom(STORED_FILE)
                .where(STORED_FILE.ID.eq(id.value()))
                .fetchOptional(r -> new StoredFile(id, r.getSize(), r.getSha256(), r.getMediaType()))
                .orElseThrow(() -> new NoSuchElementException("No stored file " + id));
    }

    @Override
    public Map<FileId, String> fingerprints(Collection<FileId> ids) {
        UUID[] wanted = ids.stream().map(FileId::value).toArray(UUID[]::new);
        return db.select(STORED_FILE.ID, STORED_FILE.SHA256)
                .from(STORED_FILE)
                .where(STORED_FILE.ID.eq(DSL.any(wanted)))
                .fetchMap(r -> new FileId(r.value1()), r -> r.value2());
    }

    @Override
    public InputStream open(FileId id) throws IOException {
        return keys.decrypting(PURPOSE, Files.newInputStream(path(id)), context(id));
    }

    @Override
    public SeekableByteChannel channel(FileId id) throws IOException {
        return keys.decrypting(PURPOSE, Files.newByteChannel(path(id)), context(id));
    }

    @Override
    public byte[] read(FileId id) throws IOException {
        try (InputStream in = open(id)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void delete(FileId id) {
        db.deleteFrom(STORED_FILE).where(STORED_FILE.ID.eq(id.value())).execute();
        afterCommit(() -> remove(path(id)));
    }

    /** Writes the file under the newest key and puts it in the old one's place; whoever reads the old one goes on. */
    void encryptAnew(FileId id) throws IOException {
        Path target = path(id);
        if (!Files.exists(target)) {
            log.warn("The stored file {} is described but not there", id);
            return;
        }
        Path renewed = target.resolveSibling(target.getFileName() + ".renewed");
        try (InputStream in = open(id);
                FileOutputStream file = new FileOutputStream(renewed.toFile());
                OutputStream out = keys.encrypting(PURPOSE, new BufferedOutputStream(file, 1 << 16), context(id))) {
            in.transferTo(out);
        }
        try (FileChannel written = FileChannel.open(renewed, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(renewed, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path path(FileId id) {
        String name = id.toString();
        // The tail of a version 7 id is random, its head is time: spread by the tail.
        return root.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private static void removeOnRollback(Path target) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        remove(target);
                    }
                }
            });
        }
    }

    private static void afterCommit(Runnable act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("A file that is no longer needed could not be removed: {}", file.getFileName(), e);
        }
    }

    private static byte[] context(FileId id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
