package io.tanshi.results.release;

import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.Admissions;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.marking.AttemptMarked;
import io.tanshi.marking.ScriptReopened;
import io.tanshi.marking.Scripts;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.SittingId;
import io.tanshi.results.Result;
import io.tanshi.results.ResultReleased;
import io.tanshi.results.ResultState;
import io.tanshi.results.ResultsError;
import io.tanshi.results.jooq.tables.records.ResultRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes results as papers come back from marking; two administrators approve and release them. */
@Service
class ReleaseOffice {

    private final ResultStore results;
    private final Scripts scripts;
    private final Admissions admissions;
    private final Programmes programmes;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseOffice(
            ResultStore results,
            Scripts scripts,
            Admissions admissions,
            Programmes programmes,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.results = results;
        this.scripts = scripts;
        this.admissions = admissions;
        this.programmes = programmes;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AttemptMarked marked) {
        results.compose(
                admissions.get(marked.admissionId()),
                scripts.scores(marked.attemptId()),
                programmes.parameters().passMark());
    }

    /** In the transaction of whoever lets answers in late: an approved result is not changed behind its approval. */
    @EventListener
    void on(ScriptReopened reopened) {
        if (results.isFixed(reopened.admissionId())) {
            throw Problem.of(ResultsError.RESULT_FIXED, "这名考生的成绩已经审定或发布，不能再补入作答。请由成绩复核处理。");
        }
    }

    /** Approves every composed result of the sitting. */
    @Transactional
    int approve(SittingId sitting, CurrentAccount me) {
        Scripts.Progress progress = scripts.progress(sitting);
        if (!progress.isComplete()) {
            throw Problem.of(
                    ResultsError.MARKING_OPEN,
                    "收到 " + progress.received() + " 份答卷，已评完 " + progress.marked() + " 份，还差 "
                            + (progress.received() - progress.marked()) + " 份。全部评完后才能审定。");
        }
        List<ResultRecord> composed = results.lock(sitting, ResultState.COMPOSED);
        if (composed.isEmpty()) {
            throw Problem.of(ResultsError.NOTHING_TO_APPROVE, "本考期没有“已合成”的成绩。请刷新页面查看现状。");
        }
        composed.forEach(r -> results.approve(r, me.accountId()));
        trail.record(me.actor(), "results.approved", "sitting", sitting, Map.of("count", composed.size()));
        return composed.size();
    }

    /** Releases every approved result of the sitting; refused to the one who approved any of them. */
    @Transactional
    int release(SittingId sitting, CurrentAccount me) {
        List<ResultRecord> approved = results.lock(sitting, ResultState.APPROVED);
        if (approved.isEmpty()) {
            throw Problem.of(ResultsError.NOTHING_TO_RELEASE, "本考期没有“待发布”的成绩。须先由一位管理员审定。");
        }
        requireSecondPerson(approved, me.accountId());
        Instant at = clock.instant();
        approved.stream().map(r -> results.release(r, me.accountId(), at)).forEach(r -> announce(r, at));
        trail.record(me.actor(), "results.released", "sitting", sitting, Map.of("count", approved.size()));
        return approved.size();
    }

    private static void requireSecondPerson(List<ResultRecord> approved, AccountId me) {
        if (approved.stream().anyMatch(r -> me.value().equals(r.getApprovedBy()))) {
            throw Problem.of(ResultsError.SECOND_PERSON_NEEDED, "这批成绩由你审定，须由另一位管理员发布。请让同事用自己的账号登录后发布。");
        }
    }

    private void announce(Result result, Instant at) {
        events.publishEvent(new ResultReleased(
                result.id(),
                result.personId(),
                result.sittingId(),
                result.level(),
                result.passed(),
                result.total(),
                at));
    }
}
