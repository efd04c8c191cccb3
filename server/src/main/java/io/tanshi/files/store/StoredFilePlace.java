package io.tanshi.files.store;

import static io.tanshi.files.jooq.Tables.STORED_FILE;

import io.tanshi.files.FileId;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.SealedPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stored files, for the rotation of keys. */
@Component
class StoredFilePlace implements SealedPlace {

    private static final int AT_ONCE = 10;

    private final DSLContext db;
    private final DataKeys keys;
    private final DirectoryFiles files;

    StoredFilePlace(DSLContext db, DataKeys keys, DirectoryFiles files) {
        this.db = db;
        this.keys = keys;
        this.files = files;
    }

    @Override
    public String label() {
        return "文件";
    }

    @Override
    public long total() {
        return db.fetchCount(STORED_FILE);
    }

    @Override
    public long outdated() {
        return db.fetchCount(STORED_FILE, isOutdated());
    }

    private Condition isOutdated() {
        return STORED_FILE.KEY_ID.isDistinctFrom(keys.streamKey(DirectoryFiles.PURPOSE));
    }

    // After a kill the file may be under the new key already: then it is only done twice.
    @Override
    @Transactional
    public Optional<Step> renew(UUID after) {
        List<UUID> outdated = db.select(STORED_FILE.ID)
                .from(STORED_FILE)
                .where(STORED_FILE.ID.gt(after))
                .and(isOutdated())
                .orderBy(STORED_FILE.ID)
                .limit(AT_ONCE)
                .forUpdate()
                .fetch(STORED_FILE.ID);
        outdated.forEach(this::renewFile);
        return outdated.isEmpty() ? Optional.empty() : Optional.of(new Step(outdated.size(), outdated.getLast()));
    }

    private void renewFile(UUID id) {
        long key = keys.streamKey(DirectoryFiles.PURPOSE);
        try {
            files.encryptAnew(new FileId(id));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + id + " cannot be encrypted anew: " + e.getMessage(), e);
        }
        db.update(STORED_FILE)
                .set(STORED_FILE.KEY_ID, key)
                .where(STORED_FILE.ID.eq(id))
                .execute();
    }
}
