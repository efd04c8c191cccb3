package io.tanshi.programme.sitting;

import io.tanshi.audit.Actor;
import io.tanshi.platform.StartStep;
import java.time.LocalTime;
import java.time.YearMonth;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A sitting long over, so that the demonstration has certificates which the public can look up. */
@Component
@Profile("demo")
@Order(StartStep.PROGRAMME + 1)
class DemoSitting implements StartStep {

    private final SittingPlanning planning;

    DemoSitting(SittingPlanning planning) {
        this.planning = planning;
    }

    @Override
    public void run() {
        planning.createIfMissing(YearMonth.of(2026, 4), LocalTime.of(9, 0), Actor.system("demo-data"));
    }
}
