package io.tanshi.identity.privacy;

import static io.tanshi.identity.jooq.Tables.PURGE_RUN;
import static io.tanshi.identity.jooq.Tables.RETENTION_RULE;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.register.RetainedKind;
import io.tanshi.identity.register.RetainedKind.Due;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.moments.DayHasPassed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How long documents are kept, and the daily purge of what is past its term. */
@Service
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int SHOWN_RUNS = 30;

    private final DSLContext db;
    private final ObjectProvider<RetainedKind> kinds;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Retention(
            DSLContext db,
            ObjectProvider<RetainedKind> kinds,
            AuditTrail trail,
            TransactionTemplate transactions,
            Clock clock) {
        this.db = db;
        this.kinds = kinds;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param changedBy null while the default of this installation is in force */
    record Rule(RetainedKind kind, int months, @Nullable String changedBy) {}

    record Run(OffsetDateTime at, String by, String kind, int months, int removed, int kept) {}

    @Transactional(readOnly = true)
    public List<Rule> rules() {
        return kinds.orderedStream().map(this::rule).toList();
    }

    private Rule rule(RetainedKind kind) {
        return db.selectFrom(RETENTION_RULE)
                .where(RETENTION_RULE.KIND.eq(kind.code()))
                .fetchOptional(r -> new Rule(kind, r.getMonths(), r.getChangedBy()))
                .orElseGet(() -> new Rule(kind, kind.defaultMonths(), null));
    }

    /** What a purge would remove now. */
    @Transactional(readOnly = true)
    public Due due(Rule rule) {
        return rule.kind().due(before(rule));
    }

    private Instant before(Rule rule) {
        return clock.instant().atZone(clock.getZone()).minusMonths(rule.months()).toInstant();
    }

    @Transactional
    public void change(String code, int months, String reason, Actor by) {
        RetainedKind kind = kinds.stream()
                .filter(k -> k.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这条保存规则"));
        int former = rule(kind).months();
        OffsetDateTime now = now();
        db.insertInto(RETENTION_RULE)
                .set(RETENTION_RULE.KIND, code)
                .set(RETENTION_RULE.MONTHS, months)
                .set(RETENTION_RULE.CHANGED_BY, by.label())
                .set(RETENTION_RULE.CHANGED_AT, now)
                .onConflict(RETENTION_RULE.KIND)
                .doUpdate()
                .set(RETENTION_RULE.MONTHS, months)
                .set(RETENTION_RULE.CHANGED_BY, by.label())
                .set(RETENTION_RULE.CHANGED_AT, now)
                .execute();
        trail.record(
                by,
                "identity.retention-changed",
                "retention-rule",
                code,
                Map.of("from", former, "to", months, "reason", reason));
    }

    @EventListener
    void on(DayHasPassed day) {
        purge(Actor.system("retention"));
    }

    /** Removes what is past its term, kind after kind; one that fails does not keep the others from it. */
    void purge(Actor by) {
        for (Rule rule : rules()) {
            try {
                Due done = rule.kind().purge(before(rule));
                transactions.executeWithoutResult(_ -> note(rule, done, by));
            } catch (RuntimeException e) {
                log.error("清理“{}”未完成，明日再试 / the purge stopped", rule.kind().code(), e);
            }
        }
    }

    private void note(Rule rule, Due done, Actor by) {
        db.insertInto(PURGE_RUN)
                .set(PURGE_RUN.ID, Ids.next())
                .set(PURGE_RUN.AT, now())
                .set(PURGE_RUN.STARTED_BY, by.label())
                .set(PURGE_RUN.KIND, rule.kind().code())
                .set(PURGE_RUN.MONTHS, rule.months())
                .set(PURGE_RUN.REMOVED, done.removable())
                .set(PURGE_RUN.KEPT, done.kept())
                .execute();
        trail.record(
                by,
                "identity.documents-purged",
                "retention-rule",
                rule.kind().code(),
                Map.of("count", done.removable(), "kept", done.kept()));
    }

    @Transactional(readOnly = true)
    public List<Run> runs() {
        return db.selectFrom(PURGE_RUN)
                .orderBy(PURGE_RUN.AT.desc(), PURGE_RUN.ID.desc())
                .limit(SHOWN_RUNS)
                .fetch(r -> new Run(
                        r.getAt(),
                        r.getStartedBy(),
                        label(r.getKind()),
                        r.getMonths(),
                        r.getRemoved(),
                        r.getKept()));
    }

    private String label(String code) {
        Optional<RetainedKind> known =
                kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
        return known.map(RetainedKind::label).orElse(code);
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
