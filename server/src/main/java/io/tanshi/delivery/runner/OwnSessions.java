package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.exam.AdmissionId;
import io.tanshi.programme.SittingId;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose session it is, for what goes on around the answering. */
@Component
public class OwnSessions {

    private final AttemptDesk desk;
    private final LiveAttempts live;
    private final AttemptBook book;

    OwnSessions(AttemptDesk desk, LiveAttempts live, AttemptBook book) {
        this.desk = desk;
        this.live = live;
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

    /** From memory, as a rule: it is asked on the path of every save. */
    public Optional<Own> find(AttemptId attempt) {
        try {
            return Optional.of(own(live.get(attempt)));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    public Optional<Own> find(AdmissionId admission) {
        return book.idOf(admission).flatMap(this::find);
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
