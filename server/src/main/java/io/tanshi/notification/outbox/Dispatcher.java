package io.tanshi.notification.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Empties the outbox round by round. One round at a time in each process; several processes share the work. */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** A hand-over ends within its time-outs, long before this. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    static final int MOST_ATTEMPTS = 8;

    private static final int AT_ONCE = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** This process, until it ends. */
    private final UUID self = UUID.randomUUID();

    private final DeliveryStore store;
    private final Senders senders;
    private final MailAllowance allowance;

    Dispatcher(DeliveryStore store, Senders senders, MailAllowance allowance) {
        this.store = store;
        this.senders = senders;
        this.allowance = allowance;
    }

    /** @return how many were handed over or tried */
    synchronized int round() {
        int abandoned = store.abandon(self, LONGEST);
        if (abandoned > 0) {
            log.warn("{} deliveries were interrupted; an administrator decides whether they go out again", abandoned);
        }
        int mails = senders.canMail() ? mails() : 0;
        return mails + send(store.claim(self, Channel.SMS, AT_ONCE));
    }

    private int mails() {
        int allowed = allowance.take(AT_ONCE);
        List<DeliveryStore.Claimed> claimed = allowed == 0 ? List.of() : store.claim(self, Channel.EMAIL, allowed);
        allowance.giveBack(allowed - claimed.size());
        return send(claimed);
    }

    private int send(List<DeliveryStore.Claimed> claimed) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            claimed.forEach(delivery -> workers.execute(() -> send(delivery)));
        }
        return claimed.size();
    }

    private void send(DeliveryStore.Claimed delivery) {
        try {
            note(delivery, senders.send(delivery));
        } catch (RuntimeException e) {
            // It stays marked as being sent, and the next round calls it uncertain.
            log.error("Delivery {} broke", delivery.id(), e);
        }
    }

    private void note(DeliveryStore.Claimed delivery, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted _ -> store.sent(delivery.id());
            case Outcome.Never never -> store.failed(delivery.id(), never.trouble(), never.code());
            case Outcome.Unknown unknown -> store.uncertain(delivery.id(), unknown.trouble());
            case Outcome.Later later -> tryLater(delivery, later);
        }
    }

    private void tryLater(DeliveryStore.Claimed delivery, Outcome.Later later) {
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            store.failed(delivery.id(), Trouble.GIVEN_UP, later.code());
        } else {
            store.later(delivery.id(), pauseAfter(delivery.attempts()), later.trouble(), later.code());
        }
    }

    /** Doubles with every attempt. */
    static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
