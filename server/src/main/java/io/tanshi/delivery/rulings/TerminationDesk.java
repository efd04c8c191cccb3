package io.tanshi.delivery.rulings;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.runner.Acts;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.delivery.runner.Supervision;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an attempt when a second person agrees; what was saved stays and is marked, what follows is for people. */
@Service
class TerminationDesk {

    private final TerminationBook book;
    private final Supervision supervision;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final ServerTime time;

    TerminationDesk(
            TerminationBook book,
            Supervision supervision,
            AuditTrail trail,
            TransactionTemplate transaction,
            ServerTime time) {
        this.book = book;
        this.supervision = supervision;
        this.trail = trail;
        this.transaction = transaction;
        this.time = time;
    }

    List<TerminationBook.Proposal> open(SittingId sitting) {
        return book.open(sitting);
    }

    void propose(SittingId sitting, AttemptId attempt, String reason, Actor by) {
        requireOpen(sitting, attempt);
        transaction.executeWithoutResult(_ -> {
            if (!book.propose(sitting, attempt, reason, by, time.now())) {
                throw Problem.of(DeliveryError.ALREADY_PROPOSED, "已有人提出终止这名考生的考试，等待另一人确认。");
            }
            trail.record(by, "delivery.termination-proposed", "attempt", attempt, Map.of("reason", reason));
        });
    }

    private void requireOpen(SittingId sitting, AttemptId attempt) {
        boolean known;
        try {
            known = supervision.sittingOf(attempt).equals(sitting);
        } catch (NoSuchElementException e) {
            known = false;
        }
        if (!known) {
            throw Problem.notFound("这名考生的考试记录");
        }
        if (supervision.of(sitting).stream()
                .anyMatch(progress ->
                        progress.attemptId().equals(attempt) && progress.state().isOver())) {
            throw Problem.of(DeliveryError.NOT_IN_THIS_STATE, "这名考生的考试已经结束，不能再终止。");
        }
    }

    /** @throws Problem {@code delivery/own-proposal} when the same person confirms */
    void decide(SittingId sitting, UUID id, boolean confirm, Actor by) {
        TerminationBook.Proposal proposal = book.find(id)
                .filter(found -> found.sitting().equals(sitting))
                .orElseThrow(() -> Problem.notFound("这条终止考试的提议"));
        if (confirm && proposal.by().equals(by.id())) {
            throw Problem.of(DeliveryError.OWN_PROPOSAL, "终止考试须由两人决定：你已提出，请由另一名监考员或项目管理员确认。");
        }
        transaction.executeWithoutResult(_ -> {
            if (!book.decide(id, confirm, by, time.now())) {
                throw Problem.of(DeliveryError.ALREADY_DECIDED, "这条提议已有决定，请刷新后查看。");
            }
            String act = confirm ? "delivery.termination-confirmed" : "delivery.termination-refused";
            trail.record(by, act, "attempt", proposal.attempt(), Map.of("reason", proposal.reason()));
        });
        if (confirm) {
            end(proposal, by);
        }
    }

    private void end(TerminationBook.Proposal proposal, Actor by) {
        String reason = "%s（%s 提出，%s 确认）".formatted(proposal.reason(), proposal.label(), by.label());
        if (!supervision.terminate(proposal.attempt(), Acts.Order.because(reason, by))) {
            throw Problem.of(DeliveryError.NOT_IN_THIS_STATE, "这名考生已先交卷，没有终止。");
        }
    }
}
