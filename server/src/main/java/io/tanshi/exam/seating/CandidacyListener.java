package io.tanshi.exam.seating;

import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.learning.LearningRequirementMet;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of fulfilled study and of approvals. */
@Component
class CandidacyListener {

    private final Candidacies candidacies;

    CandidacyListener(Candidacies candidacies) {
        this.candidacies = candidacies;
    }

    @ApplicationModuleListener
    void on(LearningRequirementMet met) {
        candidacies.requirementMet(new Candidacy(met.sittingId(), met.personId(), met.level(), met.at(), null));
    }

    @ApplicationModuleListener
    void on(ApplicationApproved approved) {
        candidacies.consider(approved.personId(), approved.sittingId());
    }
}
