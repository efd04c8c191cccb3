package io.tanshi.notification.outbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The small scheduler of the outbox: a round every few seconds on one virtual thread. */
@Component
class Rounds implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int SECONDS = 5;

    private final Dispatcher dispatcher;
    private final MailSettings settings;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("outbox").factory());

    Rounds(Dispatcher dispatcher, MailSettings settings) {
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.background()) {
            var _ = clockwork.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    private void round() {
        try {
            // As long as something is due and allowed to leave.
            int handled = dispatcher.round();
            while (handled > 0 && !clockwork.isShutdown()) {
                handled = dispatcher.round();
            }
        } catch (RuntimeException e) {
            log.error("A round of the outbox broke; the next one tries again", e);
        }
    }

    /** Waits for what is being handed over, so that a stop leaves nothing uncertain. */
    @Override
    public void destroy() throws InterruptedException {
        clockwork.shutdown();
        if (!clockwork.awaitTermination(10, TimeUnit.SECONDS)) {
            clockwork.shutdownNow();
        }
    }
}
