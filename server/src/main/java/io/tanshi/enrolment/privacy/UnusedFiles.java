package io.tanshi.enrolment.privacy;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION_DOCUMENT;
import static io.tanshi.enrolment.jooq.Tables.LOOSE_FILE;
import static io.tanshi.enrolment.jooq.Tables.ROW_FILE;

import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files that no row and no application names any more. */
@Component
class UnusedFiles {

    private final DSLContext db;
    private final Files files;

    UnusedFiles(DSLContext db, Files files) {
        this.db = db;
        this.files = files;
    }

    /** Removes those of the given files that are named nowhere; a row and its application share theirs. */
    void remove(Collection<UUID> candidates) {
        candidates.stream().distinct().filter(this::isUnused).forEach(id -> files.delete(new FileId(id)));
    }

    private boolean isUnused(UUID file) {
        return !db.fetchExists(ROW_FILE, ROW_FILE.FILE_ID.eq(file))
                && !db.fetchExists(LOOSE_FILE, LOOSE_FILE.FILE_ID.eq(file))
                && !db.fetchExists(APPLICATION_DOCUMENT, APPLICATION_DOCUMENT.FILE_ID.eq(file));
    }
}
