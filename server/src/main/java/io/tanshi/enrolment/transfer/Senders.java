package io.tanshi.enrolment.transfer;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who is sending at this moment. A page whose line broke comes back while what it sent last is still being read; asked where
 * a transfer stands, the server first lets that be stored, or else nothing of it any more. Otherwise the next piece would be
 * refused and sent in vain.
 */
final class Senders {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** One request that sends; two of them at once write in turn. */
    static final class Sender {

        private final ReentrantLock writing = new ReentrantLock();
        private final CountDownLatch gone = new CountDownLatch(1);
        private boolean fenced;

        /** Stores a piece unless somebody else has taken over; whether it was stored. */
        boolean store(Runnable piece) {
            writing.lock();
            try {
                if (!fenced) {
                    piece.run();
                }
                return !fenced;
            } finally {
                writing.unlock();
            }
        }

        private void fence() {
            writing.lock();
            try {
                fenced = true;
            } finally {
                writing.unlock();
            }
        }
    }

    private final Map<UUID, Sender> active = new ConcurrentHashMap<>();

    /** Takes over from whoever was sending. */
    Sender enter(UUID transfer) {
        Sender sender = new Sender();
        Sender before = active.put(transfer, sender);
        if (before != null) {
            before.fence();
        }
        return sender;
    }

    void leave(UUID transfer, Sender sender) {
        active.remove(transfer, sender);
        sender.gone.countDown();
    }

    /** After this nothing of an earlier request is stored any more. */
    void settle(UUID transfer) {
        Sender sender = active.get(transfer);
        if (sender != null) {
            try {
                if (!sender.gone.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    sender.fence();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
