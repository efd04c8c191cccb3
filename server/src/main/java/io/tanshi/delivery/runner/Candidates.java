package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.platform.Problem;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** What stands between a session and its attempt. */
final class Candidates {

    private Candidates() {}

    /** @throws Problem {@code delivery/opened-elsewhere} when a later session has taken the attempt over */
    static Attempt fenced(SittingCandidate who, Attempt attempt) {
        return attempt.state().isOver() ? attempt : latest(who, attempt);
    }

    /** The same also when the attempt is over: a former machine must not take another one's entries for its own. */
    static Attempt latest(SittingCandidate who, Attempt attempt) {
        if (attempt.session() != who.session()) {
            throw Problem.of(
                    DeliveryError.OPENED_ELSEWHERE, "你的考试已在另一台机器或另一个窗口打开，这里不能再作答。已保存的答案都在服务器上；如果不是你本人操作，请立即举手。");
        }
        return attempt;
    }

    /** @throws Problem {@code delivery/token-invalid} when the token's attempt does not exist */
    static <R> R withKnown(SittingCandidate who, Supplier<R> act) {
        try {
            return act.get();
        } catch (NoSuchElementException e) {
            throw unknown(who.attemptId());
        }
    }

    private static Problem unknown(AttemptId id) {
        return Problem.of(DeliveryError.TOKEN_INVALID, "没有找到这场考试的记录（" + id + "）。请重新进入考场，或举手。");
    }
}
