package io.tanshi.files;

/**
 * A file at rest.
 *
 * @param size of the clear content, in bytes
 * @param sha256 of the clear content, lower-case hex
 * @param mediaType read from the first bytes, never from a name
 */
public record StoredFile(FileId id, long size, String sha256, String mediaType) {}
