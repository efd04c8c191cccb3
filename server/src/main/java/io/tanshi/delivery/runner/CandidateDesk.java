package io.tanshi.delivery.runner;

import io.tanshi.delivery.runner.ExamViews.ExamNewsView;
import io.tanshi.delivery.runner.ExamViews.ReceiptView;
import io.tanshi.delivery.runner.ExamViews.SavedAnswerView;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads what a candidate's screen shows. */
@Service
class CandidateDesk {

    private final AttemptDesk desk;
    private final AnswerLog log;
    private final HandInReceipts receipts;
    private final Presence presence;
    private final ServerTime time;

    CandidateDesk(AttemptDesk desk, AnswerLog log, HandInReceipts receipts, Presence presence, ServerTime time) {
        this.desk = desk;
        this.log = log;
        this.receipts = receipts;
        this.presence = presence;
        this.time = time;
    }

    ExamNewsView heartbeat(SittingCandidate who, Presence.Report report, long newsAfter) {
        Attempt attempt = desk.own(who);
        if (!attempt.state().isOver()) {
            presence.heard(attempt.id(), report);
        }
        return news(attempt, newsAfter);
    }

    ExamNewsView news(Attempt attempt, long newsAfter) {
        return ExamViews.news(attempt, time.now(), attempt.messagesAfter(newsAfter));
    }

    List<SavedAnswerView> answers(Attempt attempt) {
        return ExamViews.answers(log.current(attempt.id()));
    }

    ReceiptView receipt(Attempt attempt) {
        return ExamViews.receipt(receipts.of(attempt));
    }
}
