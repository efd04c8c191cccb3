package io.tanshi.enrolment.batch;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.intake.BatchSummary;
import io.tanshi.enrolment.intake.Delivery;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.archive.Shown;
import io.tanshi.files.FileId;
import io.tanshi.platform.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the check of an upload from its beginning to its end; what an earlier, broken run has left is forgotten first. */
@Component
class CheckRunner {

    private static final Logger log = LoggerFactory.getLogger(CheckRunner.class);
    private static final Actor CHECK = Actor.system("intake-check");

    /** Where batches, uploads and rows are kept. */
    @Component
    record Stores(BatchStore batches, UploadStore uploads, RowStore rows, UploadNews news) {}

    private final Stores stores;
    private final RunningCheck running;
    private final CheckBoard board;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Ticker ticker;
    private volatile boolean stopping;

    CheckRunner(
            Stores stores,
            RunningCheck running,
            CheckBoard board,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock,
            Ticker ticker) {
        this.stores = stores;
        this.running = running;
        this.board = board;
        this.trail = trail;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.ticker = ticker;
    }

    void run(UUID id) {
        Upload upload = stores.uploads().get(id);
        if (upload.state().isOver() || stopping) {
            return;
        }
        long begun = ticker.nanos();
        try {
            forget(id);
            stores.uploads().begin(id);
            check(upload, begun);
        } catch (PackageRefusedException e) {
            refuse(upload, Upload.State.REFUSED, refusal(e));
        } catch (UncheckedIOException e) {
            refuseOrFail(upload, e.getCause(), e);
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            fail(upload, e);
        } finally {
            board.end(id);
        }
    }

    /** Breaks a running check off and lets no other begin; the next start of the server begins them anew. */
    void stop() {
        stopping = true;
    }

    private void refuseOrFail(Upload upload, @Nullable Throwable cause, Throwable failure) {
        if (cause instanceof PackageRefusedException refused) {
            refuse(upload, Upload.State.REFUSED, refusal(refused));
        } else {
            fail(upload, failure);
        }
    }

    private void check(Upload upload, long begun) throws IOException {
        Batch batch = stores.batches().get(upload.batch());
        Map<UploadPart, UploadPart> copies = running.copies(upload.parts());
        List<UploadPart> parts = upload.parts().stream()
                .filter(part -> !copies.containsKey(part))
                .toList();
        try (Delivery delivery = running.open(parts)) {
            Map<UUID, Upload.Refusal> refused = new HashMap<>();
            copies.forEach((copy, original) -> refused.put(copy.id(), repeated(original)));
            delivery.refusals()
                    .forEach((index, reason) -> refused.put(parts.get(index).id(), refusal(reason)));
            stores.uploads().parts().refuse(upload.id(), refused);
            delivery.requireAny();
            if (delivery.hasForm()) {
                checkRows(batch, upload, delivery, begun);
            } else if (stores.rows().rows(batch.id(), RowStore.LIVE).isEmpty()) {
                stores.uploads().awaitForm(upload.id(), clock.instant());
            } else {
                supplement(batch, upload, delivery, begun);
            }
        }
    }

    private static Upload.Refusal repeated(UploadPart original) {
        return new Upload.Refusal(
                "file-repeated", "与“" + Shown.text(original.fileName()) + "”的内容完全相同，只检查一份。", "不需要处理。");
    }

    private static Upload.Refusal refusal(PackageRefusedException reason) {
        return new Upload.Refusal(reason.code(), reason.words(), reason.fix());
    }

    private void checkRows(Batch batch, Upload upload, Delivery delivery, long begun) throws IOException {
        PackageCheck check = running.begin(batch, upload, transactions);
        BatchSummary summary = check.run(delivery, running.limits(), progress(upload.id()));
        transactions.executeWithoutResult(_ -> {
            stores.batches().lock(batch.id());
            check.enter();
            running.dependents().release(batch, List.of());
            end(upload, summary, check.skipped(), begun);
        });
    }

    private void supplement(Batch batch, Upload upload, Delivery delivery, long begun) {
        SupplementCheck check = running.supplement(batch, transactions);
        BatchSummary summary = check.run(delivery.reader(), progress(upload.id()));
        transactions.executeWithoutResult(_ -> {
            stores.batches().lock(batch.id());
            running.dependents().release(batch, check.changed());
            end(upload, summary, 0, begun);
        });
    }

    private void end(Upload upload, BatchSummary summary, int skipped, long begun) {
        Duration took = Duration.ofNanos(ticker.nanos() - begun);
        stores.uploads().checked(upload.id(), summary, skipped, clock.instant(), took);
        // The check saw the rows without the papers of earlier uploads; as they stand now is what the page shows.
        Counts standing = Counts.of(stores.rows().ticks(upload.batch()), skipped);
        stores.news().checked(upload.id(), standing);
        trail.record(CHECK, "enrolment.upload-checked", "upload", upload.id(), facts(standing));
        log.info("Checked {} rows in {} ms", summary.rows(), took.toMillis());
    }

    private static Map<String, ?> facts(Counts standing) {
        return Map.of("rows", standing.unsubmitted(), "accepted", standing.ready(), "blocked", standing.blocked());
    }

    private PackageCheck.Progress progress(UUID upload) {
        return new PackageCheck.Progress() {
            @Override
            public void rows(int total) {
                stores.uploads().total(upload, total);
            }

            @Override
            public void row() {
                if (stopping) {
                    throw new CancellationException("The server stops");
                }
            }

            @Override
            public void files(int total) {
                board.begin(upload, total);
            }

            @Override
            public void stored(int files) {
                board.stored(upload, files);
            }
        };
    }

    private void refuse(Upload upload, Upload.State state, Upload.Refusal refusal) {
        forget(upload.id());
        transactions.executeWithoutResult(_ -> {
            stores.uploads().refused(upload.id(), state, refusal, clock.instant());
            stores.news().refused(upload.id());
            trail.record(CHECK, "enrolment.upload-refused", "upload", upload.id(), Map.of("code", refusal.code()));
        });
    }

    private void fail(Upload upload, Throwable cause) {
        if (stopping) {
            log.info("The check of upload {} is broken off and begins anew at the next start", upload.id());
            return;
        }
        log.error("The check of upload {} broke", upload.id(), cause);
        refuse(
                upload,
                Upload.State.FAILED,
                new Upload.Refusal("check-failed", "检查中途出错，没有写入任何数据。", "请重新上传一次；若仍不行，请把批次编号告诉管理员。"));
    }

    private void forget(UUID upload) {
        List<FileId> orphans = transactions.execute(_ -> stores.rows().forget(upload));
        running.remove(orphans == null ? List.of() : orphans);
    }
}
