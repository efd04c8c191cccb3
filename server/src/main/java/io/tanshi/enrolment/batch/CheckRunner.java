package io.tanshi.enrolment.batch;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.intake.BatchSummary;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.files.FileId;
import io.tanshi.platform.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
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
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Ticker ticker;
    private volatile boolean stopping;

    CheckRunner(
            Stores stores,
            RunningCheck running,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock,
            Ticker ticker) {
        this.stores = stores;
        this.running = running;
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
            refuse(upload, Upload.State.REFUSED, new Upload.Refusal(e.code(), e.words(), e.fix()));
        } catch (UncheckedIOException e) {
            refuseOrFail(upload, e.getCause(), e);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            fail(upload, e);
        }
    }

    /** Breaks a running check off and lets no other begin; the next start of the server begins them anew. */
    void stop() {
        stopping = true;
    }

    private void refuseOrFail(Upload upload, @Nullable Throwable cause, Throwable failure) {
        if (cause instanceof PackageRefusedException refused) {
            refuse(upload, Upload.State.REFUSED, new Upload.Refusal(refused.code(), refused.words(), refused.fix()));
        } else {
            fail(upload, failure);
        }
    }

    private void check(Upload upload, long begun) throws IOException {
        Batch batch = stores.batches().get(upload.batch());
        PackageCheck check = running.begin(batch, upload, transactions);
        try (PackageReader reader = running.open(upload)) {
            BatchSummary summary = check.run(reader, running.limits(), progress(upload.id()));
            Duration took = Duration.ofNanos(ticker.nanos() - begun);
            transactions.executeWithoutResult(_ -> {
                stores.batches().lock(batch.id());
                check.enter();
                running.dependents().release(batch, List.of());
                stores.uploads().checked(upload.id(), summary, check.skipped(), clock.instant(), took);
                stores.news().checked(upload.id(), summary.rows(), summary.accepted());
                trail.record(CHECK, "enrolment.upload-checked", "upload", upload.id(), facts(summary));
            });
            log.info("Checked {} rows in {} ms", summary.rows(), took.toMillis());
        }
    }

    private static Map<String, ?> facts(BatchSummary summary) {
        return Map.of("rows", summary.rows(), "accepted", summary.accepted());
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
