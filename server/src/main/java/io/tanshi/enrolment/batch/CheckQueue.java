package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.transfer.Transfers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Checks uploads one after another in the background, so that memory and cores stay free for the people. */
@Component
class CheckQueue implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CheckQueue.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CheckRunner runner;
    private final UploadStore uploads;
    private final UploadDesk desk;
    private final Transfers transfers;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("intake-check").factory());

    CheckQueue(CheckRunner runner, UploadStore uploads, UploadDesk desk, Transfers transfers) {
        this.runner = runner;
        this.uploads = uploads;
        this.desk = desk;
        this.transfers = transfers;
    }

    void add(UUID upload) {
        worker.execute(() -> {
            runner.run(upload);
            proceed(uploads.get(upload).batch());
        });
    }

    /** Has the files that have come to a batch checked, when none of it is still on its way and no check is running. */
    void proceed(BatchId batch) {
        if (transfers.ofBatch(batch.value()).isEmpty()) {
            desk.gather(batch, null).ifPresent(this::add);
        }
    }

    /** What a stop or a kill has interrupted begins anew. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        uploads.unfinished().forEach(upload -> {
            log.info("The check of upload {} was interrupted and begins anew", upload);
            add(upload);
        });
    }

    /** A check is broken off between two rows, so that no transaction is cut. */
    @Override
    public void destroy() throws InterruptedException {
        runner.stop();
        worker.shutdown();
        if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
