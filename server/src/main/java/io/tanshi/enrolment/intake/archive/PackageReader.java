package io.tanshi.enrolment.intake.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * An institution's package opened for reading. Only its directory is held in memory; contents are streamed.
 *
 * <p>Not for several threads at once.
 */
public final class PackageReader implements Closeable {

    private static final int HEADER = 8;

    /** Others need libraries that are not here, or memory of a size that the entry itself chooses. */
    private static final Set<Integer> METHODS =
            Set.of(ZipMethod.STORED.getCode(), ZipMethod.DEFLATED.getCode(), ZipMethod.ENHANCED_DEFLATED.getCode());

    private final List<ZipFile> zips;
    private final List<PackageEntry> entries = new ArrayList<>();
    private final List<String> junk = new ArrayList<>();
    private final List<String> unsafe = new ArrayList<>();
    private final List<String> misnamed = new ArrayList<>();

    private PackageReader(List<ZipFile> zips) {
        this.zips = zips;
    }

    /** Several packages read as one, which closes them all. */
    public static PackageReader together(List<PackageReader> readers) {
        PackageReader all = new PackageReader(
                readers.stream().flatMap(reader -> reader.zips.stream()).toList());
        for (PackageReader reader : readers) {
            all.entries.addAll(reader.entries);
            all.junk.addAll(reader.junk);
            all.unsafe.addAll(reader.unsafe);
            all.misnamed.addAll(reader.misnamed);
        }
        return all;
    }

    /**
     * Opens a package and checks its directory against the limits.
     *
     * @throws PackageRefusedException when it is no zip, damaged, encrypted, a bomb or too large
     */
    public static PackageReader open(Path file, PackageLimits limits) throws IOException {
        return open(Files.newByteChannel(file), limits);
    }

    /**
     * Opens a package from any channel, which the reader closes, and checks its directory against the limits.
     *
     * @throws PackageRefusedException when it is no zip, damaged, encrypted, a bomb or too large
     */
    public static PackageReader open(SeekableByteChannel channel, PackageLimits limits) throws IOException {
        ZipFile zip = openZip(channel, limits);
        PackageReader reader = new PackageReader(List.of(zip));
        try {
            reader.readDirectory(zip, limits);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    /** The files, without folders, junk and unsafe paths, in the order of the directory. */
    public List<PackageEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Paths of what operating systems leave behind; ignored. */
    public List<String> junk() {
        return Collections.unmodifiableList(junk);
    }

    /** Paths that lead out of the package; ignored. */
    public List<String> unsafe() {
        return Collections.unmodifiableList(unsafe);
    }

    /** Paths with control characters or of absurd length; ignored. */
    public List<String> misnamed() {
        return Collections.unmodifiableList(misnamed);
    }

    /**
     * The contents of an entry.
     *
     * @throws IOException from a read, when the entry is damaged or larger than it declares
     */
    public InputStream stream(PackageEntry entry) throws IOException {
        InputStream in = entry.open();
        if (in == null) {
            throw new IOException("The entry has no contents");
        }
        return new GuardedStream(in, entry);
    }

    /** The first bytes of an entry, fewer when it is shorter; for telling its format. */
    public byte[] head(PackageEntry entry, int length) throws IOException {
        try (InputStream in = stream(entry)) {
            return in.readNBytes(length);
        }
    }

    /** Copies an entry to a temporary file without a name; closing it removes it. */
    public FileChannel copy(PackageEntry entry) throws IOException {
        return Spool.copy(this, entry);
    }

    /** The contents of an entry in memory or, when large, in a temporary file that closing removes. */
    public Spool spool(PackageEntry entry) throws IOException {
        return Spool.of(this, entry);
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) {
            zip.close();
        }
    }

    private static ZipFile openZip(SeekableByteChannel channel, PackageLimits limits) throws IOException {
        // A failed opening closes the channel, so the first bytes are taken before.
        byte[] head = head(channel);
        DirectoryGuard guard = new DirectoryGuard(channel, limits.maxEntries());
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(guard)
                    .setCharset(StandardCharsets.ISO_8859_1)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            guard.lift();
            return zip;
        } catch (IOException | RuntimeException e) {
            channel.close();
            PackageRefusedException refusal =
                    guard.isExceeded() ? Refusals.directoryTooLarge(limits.maxEntries()) : refusalOf(head);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static byte[] head(SeekableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEADER);
        while (head.hasRemaining() && channel.read(head) >= 0) {
            // A channel may give less than was asked for.
        }
        channel.position(0);
        return Arrays.copyOf(head.array(), head.position());
    }

    private static PackageRefusedException refusalOf(byte[] head) {
        return switch (FileFormat.of(head)) {
            case ZIP -> Refusals.damaged();
            case RAR -> Refusals.notZip("（是 RAR 压缩包）");
            case SEVEN_ZIP -> Refusals.notZip("（是 7z 压缩包）");
            case OLE2 -> Refusals.notZip("（像是一份 Office 97 文件）");
            case EMPTY -> Refusals.notZip("（文件是空的）");
            default -> Refusals.notZip("");
        };
    }

    private void readDirectory(ZipFile zip, PackageLimits limits) throws IOException {
        long total = 0;
        int count = 0;
        Set<String> seen = new HashSet<>();
        for (ZipArchiveEntry zipped : Collections.list(zip.getEntries())) {
            if (++count > limits.maxEntries()) {
                throw Refusals.tooManyEntries(limits.maxEntries());
            }
            total += sizeOf(zipped, limits);
            if (total > limits.maxTotalBytes()) {
                throw Refusals.tooLarge(limits.maxTotalBytes());
            }
            sort(zip, zipped, seen);
        }
    }

    private static long sizeOf(ZipArchiveEntry zipped, PackageLimits limits) throws IOException {
        String path = EntryNames.decode(zipped);
        if (zipped.getGeneralPurposeBit().usesEncryption()) {
            throw Refusals.encrypted(path);
        }
        if (!METHODS.contains(zipped.getMethod())) {
            throw Refusals.packedOddly(path);
        }
        if (zipped.getSize() < 0 || limits.isBomb(zipped.getSize(), zipped.getCompressedSize())) {
            throw Refusals.bomb(path);
        }
        return zipped.getSize();
    }

    private void sort(ZipFile zip, ZipArchiveEntry zipped, Set<String> seen) {
        String path = EntryPaths.normalise(EntryNames.decode(zipped));
        if (EntryPaths.isUnsafe(path) || zipped.isUnixSymlink()) {
            unsafe.add(path);
        } else if (path.endsWith("/") || zipped.isDirectory()) {
            return;
        } else if (EntryPaths.isJunk(path) || !seen.add(path)) {
            junk.add(path);
        } else if (EntryPaths.isMisnamed(path)) {
            misnamed.add(path);
        } else {
            entries.add(new PackageEntry(path, zipped, zip));
        }
    }
}
