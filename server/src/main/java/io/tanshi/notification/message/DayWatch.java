package io.tanshi.notification.message;

import io.tanshi.notification.outbox.MailSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks once on every business day. It watches the clock instead of waiting for midnight's event, so that a night that
 * the application slept through and a demonstration that jumps ahead are not missed.
 */
@Component
class DayWatch {

    private static final Logger log = LoggerFactory.getLogger(DayWatch.class);

    private final DailyLook look;
    private final MailSettings settings;
    private final Clock clock;
    private @Nullable LocalDate looked;

    DayWatch(DailyLook look, MailSettings settings, Clock clock) {
        this.look = look;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    synchronized void watch() {
        LocalDate today = LocalDate.now(clock);
        if (!settings.background() || today.equals(looked)) {
            return;
        }
        try {
            look.look();
            looked = today;
        } catch (RuntimeException e) {
            log.error("The look at the day's deadlines broke; it is tried again in a minute", e);
        }
    }
}
