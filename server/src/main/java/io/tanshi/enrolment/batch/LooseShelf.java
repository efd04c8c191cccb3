package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.intake.LooseEntry;
import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.files.Files;
import io.tanshi.files.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the files of a package that belong to no row, so that a person can say whose they are. */
@Component
class LooseShelf {

    /** More than this is a package of somebody else's files and not a matter of single ones. */
    private static final int MOST = 300;

    private final LooseStore store;
    private final Files files;

    LooseShelf(LooseStore store, Files files) {
        this.store = store;
        this.files = files;
    }

    /** Opens a file of the package that is being checked. */
    @FunctionalInterface
    interface Source {
        InputStream open(LooseEntry entry) throws IOException;
    }

    /**
     * Keeps the files of a check that has heard every row.
     *
     * @param rowIds the rows in the order of the check
     * @return what is to be said of files that were left out
     */
    Optional<Notice> keep(
            Batch batch,
            UUID upload,
            List<LooseEntry> loose,
            List<UUID> rowIds,
            Source source,
            TransactionTemplate transactions) {
        Set<String> known = new HashSet<>(store.digests(batch.id()));
        for (LooseEntry entry : loose.subList(0, Math.min(MOST, loose.size()))) {
            Integer place = entry.row();
            UUID row = place == null ? null : rowIds.get(place - 1);
            transactions.executeWithoutResult(_ -> keep(batch, upload, entry, row, source, known));
        }
        return loose.size() <= MOST
                ? Optional.empty()
                : Optional.of(new Notice(
                        null, "orphan-photo", "待指认的文件只保留前 " + MOST + " 份，另有 " + (loose.size() - MOST) + " 份没有保留。"));
    }

    private void keep(
            Batch batch, UUID upload, LooseEntry entry, @Nullable UUID row, Source source, Set<String> known) {
        try (InputStream in = source.open(entry)) {
            StoredFile file = files.store(in);
            if (file.size() == 0 || !known.add(file.sha256())) {
                files.delete(file.id());
                return;
            }
            LooseFile.Said said = new LooseFile.Said(entry.entry().path(), kind(entry));
            store.insertChecking(LooseFile.of(batch, upload, file, LooseFile.Reason.of(entry.reason()), row, said));
        } catch (PackageRefusedException e) {
            throw new UncheckedIOException(e);
        } catch (IOException _) {
            // A damaged file is of no use to anybody.
        }
    }

    private static @Nullable DocumentKind kind(LooseEntry entry) {
        Material material = entry.material();
        return entry.photo() ? DocumentKind.PHOTO : material == null ? null : DocumentKind.of(material);
    }

    /** @param successors rows that earlier files were doubtful for, and those that take their place */
    void enter(UUID upload, Map<UUID, UUID> successors) {
        store.enter(upload);
        store.follow(successors);
    }
}
