package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.exam.AdmissionId;
import io.tanshi.programme.SittingId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose session it is, for what goes on around the answering. */
@Component
@Transactional(readOnly = true)
public class OwnSessions {

    private final AttemptDesk desk;
    private final AttemptBook book;

    OwnSessions(AttemptDesk desk, AttemptBook book) {
        this.desk = desk;
        this.book = book;
    }

    /**
     * @param session the latest entry
     * @param over whether nothing can be answered any more
     */
    public record Own(AttemptId attempt, AdmissionId admission, SittingId sitting, int session, boolean over) {}

    /** @throws io.tanshi.platform.Problem {@code delivery/opened-elsewhere} for a session that is fenced off */
    public Own of(SittingCandidate who) {
        return own(desk.own(who));
    }

    public Optional<Own> find(AttemptId attempt) {
        return book.find(attempt).map(OwnSessions::own);
    }

    public Optional<Own> find(AdmissionId admission) {
        return book.find(admission).map(OwnSessions::own);
    }

    private static Own own(Attempt attempt) {
        return new Own(
                attempt.id(),
                attempt.identity().admissionId(),
                attempt.identity().sittingId(),
                attempt.session(),
                attempt.state().isOver());
    }
}
