package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION_DOCUMENT;
import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;
import static io.tanshi.enrolment.jooq.Tables.ROW_FILE;

import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.jooq.tables.RowFile;
import io.tanshi.files.FileId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Rows of a check that never came to its end. */
final class UnfinishedRows {

    private UnfinishedRows() {}

    /** Removes them and names the files that nothing else uses. */
    static List<FileId> forget(DSLContext db, UUID upload) {
        Condition unfinished = BATCH_ROW.UPLOAD_ID.eq(upload).and(BATCH_ROW.STAGE.eq(Stage.CHECKING.name()));
        RowFile other = ROW_FILE.as("other");
        List<FileId> files = db.selectDistinct(ROW_FILE.FILE_ID)
                .from(ROW_FILE)
                .where(ROW_FILE.ROW_ID.in(
                        DSL.select(BATCH_ROW.ID).from(BATCH_ROW).where(unfinished)))
                .andNotExists(DSL.selectOne()
                        .from(other)
                        .join(BATCH_ROW)
                        .on(BATCH_ROW.ID.eq(other.ROW_ID))
                        .where(other.FILE_ID.eq(ROW_FILE.FILE_ID))
                        .and(BATCH_ROW.UPLOAD_ID.ne(upload)))
                .andNotExists(DSL.selectOne()
                        .from(APPLICATION_DOCUMENT)
                        .where(APPLICATION_DOCUMENT.FILE_ID.eq(ROW_FILE.FILE_ID)))
                .fetch(r -> new FileId(r.value1()));
        db.deleteFrom(BATCH_ROW).where(unfinished).execute();
        return files;
    }
}
