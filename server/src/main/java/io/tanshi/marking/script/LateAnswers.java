package io.tanshi.marking.script;

import static io.tanshi.marking.jooq.Tables.ANSWER_TASK;
import static io.tanshi.marking.jooq.Tables.ITEM_SCORE;
import static io.tanshi.marking.jooq.Tables.MARK;
import static io.tanshi.marking.jooq.Tables.RESERVATION;
import static io.tanshi.marking.jooq.Tables.SCRIPT;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.Attempts;
import io.tanshi.delivery.Rescoring;
import io.tanshi.exam.AdmissionId;
import io.tanshi.marking.ScriptReopened;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Scores a paper anew when answers are let in after the hand-in, as long as no person has marked or holds any of it. */
@Component
class LateAnswers implements Rescoring {

    private final DSLContext db;
    // The receiver asks delivery for the answers, delivery asks here.
    private final ObjectProvider<ScriptReceiver> receiver;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;

    LateAnswers(
            DSLContext db,
            ObjectProvider<ScriptReceiver> receiver,
            Attempts attempts,
            ApplicationEventPublisher events) {
        this.db = db;
        this.attempts = attempts;
        this.receiver = receiver;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean rescore(AttemptId attempt) {
        UUID id = attempt.value();
        var script = db.selectFrom(SCRIPT)
                .where(SCRIPT.ATTEMPT_ID.eq(id))
                .forUpdate()
                .fetchOne();
        if (script == null) {
            // It is on its way, and will be read as it now stands.
            return true;
        }
        db.selectFrom(ANSWER_TASK)
                .where(ANSWER_TASK.ATTEMPT_ID.eq(id))
                .forUpdate()
                .fetch();
        if (isInHands(id)) {
            return false;
        }
        events.publishEvent(new ScriptReopened(new AdmissionId(script.getAdmissionId())));
        db.deleteFrom(ANSWER_TASK).where(ANSWER_TASK.ATTEMPT_ID.eq(id)).execute();
        db.deleteFrom(ITEM_SCORE).where(ITEM_SCORE.ATTEMPT_ID.eq(id)).execute();
        script.setMarkedAt(null);
        script.update();
        receiver.getObject().score(attempt, attempts.get(attempt).formId());
        return true;
    }

    private boolean isInHands(UUID attempt) {
        var tasks = db.select(ANSWER_TASK.ID).from(ANSWER_TASK).where(ANSWER_TASK.ATTEMPT_ID.eq(attempt));
        return db.fetchExists(MARK, MARK.TASK_ID.in(tasks))
                || db.fetchExists(RESERVATION, RESERVATION.TASK_ID.in(tasks));
    }
}
