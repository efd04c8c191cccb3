package io.tanshi.enrolment.application;

import io.tanshi.files.FileId;
import io.tanshi.files.StoredFile;

/** A photo or paper at rest. */
public record Document(DocumentKind kind, FileId fileId, String sha256, String mediaType, long size) {

    public static Document of(DocumentKind kind, StoredFile file) {
        return new Document(kind, file.id(), file.sha256(), file.mediaType(), file.size());
    }
}
