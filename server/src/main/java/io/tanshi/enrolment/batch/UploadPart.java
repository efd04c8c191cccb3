package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.intake.UploadedFile;
import io.tanshi.files.FileId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file of an upload, kept as it came.
 *
 * @param fileName as the institution named it
 * @param refusal why this file could not be taken; the others were checked without it
 */
record UploadPart(
        UUID id, FileId file, String fileName, long size, Instant receivedAt, Upload.@Nullable Refusal refusal) {

    boolean isWorkbook() {
        return UploadedFile.isWorkbook(fileName);
    }
}
