package io.tanshi.learning.progress;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells once, in the transaction of the beat that brings it, that a candidate's hours open the exam. */
@Component
class RequirementGate {

    private static final Actor COUNTING = Actor.system("学时计算");

    private final StudyStore studies;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequirementGate(StudyStore studies, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.studies = studies;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    void settle(Study study) {
        study.settle(clock.instant()).ifPresent(met -> {
            studies.storeMet(study);
            trail.record(
                    COUNTING,
                    "learning.requirement-met",
                    "study",
                    study.id(),
                    Map.of("minutes", study.counted().toMinutes()));
            events.publishEvent(met);
        });
    }
}
