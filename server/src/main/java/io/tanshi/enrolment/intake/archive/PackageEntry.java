package io.tanshi.enrolment.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A file inside the package. */
public final class PackageEntry {

    private final String path;
    private final ZipArchiveEntry zipped;
    private final ZipFile zip;

    PackageEntry(String path, ZipArchiveEntry zipped, ZipFile zip) {
        this.path = path;
        this.zipped = zipped;
        this.zip = zip;
    }

    /** The decoded path with {@code /} between its parts; never absolute, never with {@code ..}. */
    public String path() {
        return path;
    }

    /** The last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Unpacked size in bytes as the directory declares it; reading more than that is refused. */
    public long size() {
        return zipped.getSize();
    }

    /** CRC-32 of the contents as the directory declares it; equal contents have equal values. */
    public long crc() {
        return zipped.getCrc();
    }

    /** Whether both came in the same file. */
    public boolean isBeside(PackageEntry other) {
        return zip == other.zip;
    }

    /** Packed contents, unpacked as they are read; null when there are none. */
    @Nullable
    InputStream open() throws IOException {
        return zip.getInputStream(zipped);
    }

    @Override
    public String toString() {
        return path;
    }
}
