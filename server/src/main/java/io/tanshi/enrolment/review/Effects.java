package io.tanshi.enrolment.review;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.Ruling;
import io.tanshi.enrolment.quality.SecondReviews;
import io.tanshi.enrolment.review.Decision.Content;
import io.tanshi.enrolment.review.Decision.State;
import io.tanshi.enrolment.rulings.MajorPrecedents;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a decision take effect: the application moves, events go out, the candidate's code is made. */
@Service
@Transactional
class Effects {

    private final DecisionStore store;
    private final ApplicationDesk applications;
    private final Dossiers dossiers;
    private final MajorPrecedents precedents;
    private final Escalations escalations;
    private final SecondReviews secondReviews;
    private final AuditTrail trail;

    Effects(
            DecisionStore store,
            ApplicationDesk applications,
            Dossiers dossiers,
            MajorPrecedents precedents,
            Escalations escalations,
            SecondReviews secondReviews,
            AuditTrail trail) {
        this.store = store;
        this.applications = applications;
        this.dossiers = dossiers;
        this.precedents = precedents;
        this.escalations = escalations;
        this.secondReviews = secondReviews;
        this.trail = trail;
    }

    /** Does nothing when the decision was taken back, or is in effect already. */
    void apply(UUID id) {
        store.lock(id).ifPresent(decision -> {
            move(decision, store.content(id));
            store.end(id, State.IN_EFFECT);
            escalations.answer(decision.application());
            secondReviews.consider(id, decision.reviewer());
        });
    }

    private void move(Decision d, Content content) {
        List<ReturnNote> notes = content.notes();
        switch (d.kind()) {
            case APPROVE -> approve(d, content.ruling());
            case RETURN -> applications.sendBack(d.application(), d.version(), notes, d.actor(), d.decidedAt());
            case REJECT ->
                applications.reject(
                        d.application(),
                        d.version(),
                        Objects.requireNonNull(content.words()),
                        d.actor(),
                        d.decidedAt());
        }
    }

    /** A ruling on a major holds for the next row with the same one. */
    private void approve(Decision d, @Nullable Ruling ruling) {
        if (ruling != null) {
            dossiers.find(d.application()).ifPresent(dossier -> precedents.learn(dossier, ruling, d.actor()));
        }
        applications.approve(d.application(), d.version(), ruling, d.actor(), d.decidedAt());
    }

    /** The application is no longer what was decided on. */
    void lapse(UUID id) {
        store.lock(id).ifPresent(decision -> {
            store.end(id, State.LAPSED);
            trail.record(
                    decision.actor(),
                    "enrolment.decision-lapsed",
                    "application",
                    decision.application(),
                    Map.of("decision", decision.kind().name()));
        });
    }
}
