package io.tanshi.platform.db;

import io.tanshi.platform.Installation;
import io.tanshi.platform.StartStep;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the start steps of all modules before the web server accepts its first request. */
@Component
class StartSteps implements SmartLifecycle {

    // Smaller phases start first; the web server's stands near the largest.
    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final ObjectProvider<StartStep> steps;
    private volatile boolean running;

    // The installation is asked for so that a database of the other mode is refused before any step writes.
    StartSteps(ObjectProvider<StartStep> steps, Installation installation) {
        this.steps = steps;
    }

    @Override
    public void start() {
        List<StartStep> ordered = steps.orderedStream().toList();
        ordered.forEach(StartStep::run);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
