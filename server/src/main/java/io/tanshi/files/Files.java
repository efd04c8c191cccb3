package io.tanshi.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collection;
import java.util.Map;

/** Keeps files encrypted in the data directory. Whether someone may read one is decided by the module that owns it. */
public interface Files {

    /**
     * Stores the content; memory does not grow with its length. When the surrounding transaction rolls back the file is
     * removed again.
     */
    StoredFile store(InputStream content) throws IOException;

    /** @throws java.util.NoSuchElementException when there is no such file */
    StoredFile describe(FileId id);

    /** The SHA-256 of many contents; unknown files are absent from the answer. */
    Map<FileId, String> fingerprints(Collection<FileId> ids);

    /** The clear content; the caller closes it. */
    InputStream open(FileId id) throws IOException;

    /** The clear content, readable at any position; the caller closes it. Not for several threads at once. */
    SeekableByteChannel channel(FileId id) throws IOException;

    /** The whole clear content, for files known to be small. */
    byte[] read(FileId id) throws IOException;

    /** Removes the file and its description for good. */
    void delete(FileId id);
}
