package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.intake.LooseEntry;
import io.tanshi.files.FileId;
import io.tanshi.files.StoredFile;
import io.tanshi.kernel.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a batch that belongs to no row yet.
 *
 * @param upload what brought it
 * @param suggestedRow the row that it is doubtful for, or that it was taken out of
 * @param said what its name says; personal data
 */
record LooseFile(
        UUID id,
        BatchId batch,
        UUID upload,
        FileId file,
        String sha256,
        String mediaType,
        long size,
        Reason reason,
        @Nullable UUID suggestedRow,
        Said said) {

    enum Reason {
        NO_ROW("申报表里没有这个人"),
        NAME_DIFFERS("证件号码对得上，姓名不一致"),
        NUMBER_DIFFERS("姓名对得上，证件号码不一致"),
        UNKNOWN("文件名没有写明是谁的什么材料"),
        TAKEN_OUT("从一行移出，等待指认"),
        REPLACED("被另一份文件换下");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Reason of(LooseEntry.Reason reason) {
            return valueOf(reason.name());
        }
    }

    /**
     * What the name of the file says.
     *
     * @param path where it lay in the package
     * @param kind what it seems to be, null when the name does not say
     */
    record Said(String path, @Nullable DocumentKind kind) {

        @Override
        public String toString() {
            return "Said[protected]";
        }
    }

    static LooseFile of(
            Batch batch, UUID upload, StoredFile file, Reason reason, @Nullable UUID suggestedRow, Said said) {
        return new LooseFile(
                Ids.next(),
                batch.id(),
                upload,
                file.id(),
                file.sha256(),
                file.mediaType(),
                file.size(),
                reason,
                suggestedRow,
                said);
    }

    /** What was a document of a row until now. */
    static LooseFile takenFrom(BatchRow row, Document document, Reason reason) {
        return new LooseFile(
                Ids.next(),
                row.batch(),
                row.upload(),
                document.fileId(),
                document.sha256(),
                document.mediaType(),
                document.size(),
                reason,
                row.id(),
                new Said(
                        "第 " + row.number() + " 行 "
                                + row.draft().registration().name() + "的"
                                + document.kind().fileName(),
                        document.kind()));
    }

    Document as(DocumentKind kind) {
        return new Document(kind, file, sha256, mediaType, size);
    }

    String fileName() {
        return said.path().substring(said.path().lastIndexOf('/') + 1);
    }
}
