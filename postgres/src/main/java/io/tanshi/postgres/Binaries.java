package io.tanshi.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs, unpacked once from the jar on the class path. */
final class Binaries {

    private static final String VERSION_MARKER = "unpacked-18.6";

    private Binaries() {}

    /** Unpacks into {@code directory} unless it already holds this version; safe against a second process. */
    static Path unpack(Path directory) throws IOException {
        Path target = directory.toAbsolutePath().resolve("18.6");
        Files.createDirectories(target);
        try (FileChannel channel = FileChannel.open(
                        target.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = channel.lock()) {
            if (!Files.exists(target.resolve(VERSION_MARKER))) {
                extract(target);
                Files.createFile(target.resolve(VERSION_MARKER));
            }
        }
        return target;
    }

    private static void extract(Path target) throws IOException {
        try (InputStream resource = open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The PostgreSQL archive holds an entry outside its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static InputStream open() throws IOException {
        String name = "/postgres-" + system() + "-" + architecture() + ".txz";
        InputStream stream = Binaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("No PostgreSQL programs for " + name
                    + " are shipped. Set TANSHI_DATABASE_URL to use a PostgreSQL server of your own.");
        }
        return stream;
    }

    private static String system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.startsWith("mac") ? "darwin" : os;
    }

    private static String architecture() {
        String arch = System.getProperty("os.arch", "");
        return Set.of("aarch64", "arm64").contains(arch) ? "arm_64" : "x86_64";
    }
}
