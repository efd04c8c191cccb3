package io.tanshi.enrolment.review;

import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.review.Decision.Content;
import io.tanshi.enrolment.review.Decision.Kind;
import io.tanshi.identity.session.CurrentAccount;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that need no time to be taken back, because nobody watches: those of the demo's past. */
@Service
@Transactional
public class ImmediateReviews {

    private final DecisionDesk desk;
    private final Effects effects;

    ImmediateReviews(DecisionDesk desk, Effects effects) {
        this.desk = desk;
        this.effects = effects;
    }

    public void approve(Dossier dossier, CurrentAccount reviewer) {
        effects.apply(desk.decide(dossier, Kind.APPROVE, new Content(null, List.of(), null), reviewer, null));
    }

    public void sendBack(Dossier dossier, List<ReturnNote> notes, CurrentAccount reviewer) {
        effects.apply(desk.decide(dossier, Kind.RETURN, new Content(null, notes, null), reviewer, null));
    }
}
