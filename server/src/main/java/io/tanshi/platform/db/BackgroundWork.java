package io.tanshi.platform.db;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Runs what follows on events a few at a time. When ten thousand papers are handed in within a minute, their marking
 * waits its turn; started all at once it would take every connection from those who still hand in.
 */
@Configuration(proxyBeanMethods = false)
class BackgroundWork {

    private static final int AT_ONCE = 4;

    @Bean({"applicationTaskExecutor", "taskExecutor"})
    ThreadPoolTaskExecutor backgroundWork() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("background-");
        executor.setVirtualThreads(true);
        executor.setCorePoolSize(AT_ONCE);
        executor.setMaxPoolSize(AT_ONCE);
        return executor;
    }
}
