package io.tanshi.enrolment.intake.archive;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** A file inside the package. */
public final class PackageEntry {

    private final String path;
    private final ZipArchiveEntry zipped;

    PackageEntry(String path, ZipArchiveEntry zipped) {
        this.path = path;
        this.zipped = zipped;
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

    ZipArchiveEntry zipped() {
        return zipped;
    }

    @Override
    public String toString() {
        return path;
    }
}
