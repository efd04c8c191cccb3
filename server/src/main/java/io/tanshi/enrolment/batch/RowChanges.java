package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who changed which row last. */
@Repository
@Transactional(readOnly = true)
class RowChanges {

    private final DSLContext db;

    RowChanges(DSLContext db) {
        this.db = db;
    }

    /** The last change by a person; empty while nobody has changed the row on the page. */
    Optional<RowChange> last(UUID row) {
        return db.select(BATCH_ROW.CHANGED_BY, BATCH_ROW.CHANGED_AT)
                .from(BATCH_ROW)
                .where(BATCH_ROW.ID.eq(row).and(BATCH_ROW.CHANGED_AT.isNotNull()))
                .fetchOptional(r -> new RowChange(r.value1(), r.value2().toInstant()));
    }
}
