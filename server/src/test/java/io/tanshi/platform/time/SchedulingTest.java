package io.tanshi.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

final class SchedulingTest {

    // Without a stereotype: other tests scan this package.
    @EnableScheduling
    static class TwoActs {

        private final CountDownLatch bell = new CountDownLatch(1);
        private final CountDownLatch slowActIsOn = new CountDownLatch(1);

        @Bean
        ThreadPoolTaskScheduler taskScheduler() {
            return new TimeConfiguration().taskScheduler();
        }

        @Scheduled(fixedDelay = 1)
        void isSlow() throws InterruptedException {
            slowActIsOn.countDown();
            bell.await();
        }

        @Scheduled(fixedDelay = 1)
        void rings() throws InterruptedException {
            slowActIsOn.await();
            bell.countDown();
        }
    }

    @Test
    void anActThatHangsHoldsUpNoOther() throws InterruptedException {
        try (var context = new AnnotationConfigApplicationContext(TwoActs.class)) {
            CountDownLatch bell = context.getBean(TwoActs.class).bell;
            assertThat(bell.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
