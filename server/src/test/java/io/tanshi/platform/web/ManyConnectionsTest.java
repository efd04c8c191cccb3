package io.tanshi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ManyConnectionsTest {

    @Test
    void requestsBeyondTheLimitWaitAndAreAllDone() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        CountDownLatch done = new CountDownLatch(20);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Executor limited = ManyConnections.atMost(3, threads);
            for (int i = 0; i < 20; i++) {
                limited.execute(() -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    full.countDown();
                    awaitQuietly(full);
                    underWay.decrementAndGet();
                    done.countDown();
                });
            }
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(3);
    }

    @Test
    void aTaskThatFailsGivesItsTurnBack() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Executor limited = ManyConnections.atMost(1, task -> {
            try {
                task.run();
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("broken");
            }
        });
        limited.execute(() -> {
            throw new IllegalStateException("broken");
        });
        limited.execute(done::countDown);
        assertThat(done.getCount()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
