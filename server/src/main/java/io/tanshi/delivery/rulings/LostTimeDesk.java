package io.tanshi.delivery.rulings;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.runner.Acts;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.delivery.runner.Supervision;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lost time: computed, proposed, decided by another person, given back. */
@Service
class LostTimeDesk {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final RulingBook book;
    private final Silences silences;
    private final Pauses pauses;
    private final Supervision supervision;
    private final Admissions admissions;
    private final SittingRuns runs;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final ServerTime time;

    LostTimeDesk(
            RulingBook book,
            Silences silences,
            Pauses pauses,
            Supervision supervision,
            Admissions admissions,
            SittingRuns runs,
            AuditTrail trail,
            TransactionTemplate transaction,
            ServerTime time) {
        this.book = book;
        this.silences = silences;
        this.pauses = pauses;
        this.supervision = supervision;
        this.admissions = admissions;
        this.runs = runs;
        this.trail = trail;
        this.transaction = transaction;
        this.time = time;
    }

    /** What is computed before anything is proposed. @param threshold from which one break counts */
    record Computed(String place, int concerned, Duration threshold, List<Ruling.Share> shares) {}

    /** @throws Problem {@code delivery/ruling-span-invalid} when the span is not in the past of the sitting */
    Computed compute(SittingId sitting, Incident incident) {
        Instant now = time.now();
        SittingRun run = runs.of(sitting);
        check(incident.span(), run, now);
        Duration threshold = Duration.ofMinutes(run.rules().lostTimeFromMinutes());
        Map<AdmissionId, Admission> concerned = admissions.ofSitting(sitting).stream()
                .filter(incident::concerns)
                .collect(Collectors.toMap(Admission::id, Function.identity()));
        if (concerned.isEmpty()) {
            throw Problem.notFound("这个范围的考生");
        }
        Map<AttemptId, List<Span>> breaks = silences.of(sitting);
        Map<AttemptId, List<Span>> stood = pauses.of(sitting, now);
        Map<AttemptId, List<Span>> given = book.givenBack(sitting);
        List<Ruling.Share> shares = supervision.worked(sitting).stream()
                .filter(worked -> concerned.containsKey(worked.admissionId()))
                .map(worked -> {
                    AttemptId id = worked.attemptId();
                    List<Span> returned = new ArrayList<>(stood.getOrDefault(id, List.of()));
                    returned.addAll(given.getOrDefault(id, List.of()));
                    Duration lost = LostTime.of(
                            withUnderWay(breaks.getOrDefault(id, List.of()), worked, now),
                            incident.span(),
                            new Span(worked.from(), worked.until()),
                            returned,
                            threshold);
                    return share(id, lost, incident);
                })
                .filter(share -> share.minutes() > 0)
                .toList();
        Admission any = concerned.values().iterator().next();
        return new Computed(incident.place(any), concerned.size(), threshold, shares);
    }

    private static void check(Span span, SittingRun run, Instant now) {
        if (!span.from().isBefore(span.until())
                || span.until().isAfter(now)
                || span.from().isBefore(run.startsAt())) {
            throw Problem.of(
                    DeliveryError.RULING_SPAN_INVALID,
                    "时段应在 %s 开考之后、现在 %s 之前，起点早于终点；收到 %s 至 %s。请改正时段。"
                            .formatted(
                                    CLOCK.format(run.startsAt()),
                                    CLOCK.format(now),
                                    CLOCK.format(span.from()),
                                    CLOCK.format(span.until())));
        }
    }

    private static List<Span> withUnderWay(List<Span> breaks, Supervision.Worked worked, Instant now) {
        if (worked.silent().isZero()) {
            return breaks;
        }
        List<Span> all = new ArrayList<>(breaks);
        all.add(new Span(now.minus(worked.silent()), now));
        return all;
    }

    private static Ruling.Share share(AttemptId attempt, Duration lost, Incident incident) {
        Integer judged = incident.minutes();
        return new Ruling.Share(
                attempt, (int) lost.toSeconds(), judged != null ? judged : LostTime.minutes(lost), null);
    }

    /** @throws Problem {@code delivery/nothing-lost} when nobody has lost anything by the log */
    Ruling propose(SittingId sitting, Incident incident, String reason, Actor by) {
        Computed computed = compute(sitting, incident);
        if (computed.shares().isEmpty()) {
            throw Problem.of(
                    DeliveryError.NOTHING_LOST,
                    "记录里，这个时段没有人连续失联满 %d 分钟（暂停和已补的时段不重复计）。若另有原因，请填写分钟数，由另一人批准。"
                            .formatted(computed.threshold().toMinutes()));
        }
        Instant now = time.now();
        UUID actor = account(by);
        Ruling ruling = new Ruling(
                Ids.next(),
                sitting,
                incident.category(),
                incident.scope(),
                computed.place(),
                incident.span(),
                incident.minutes(),
                reason,
                Ruling.State.PROPOSED,
                new Ruling.Step(now, actor, by.label(), ""),
                null,
                computed.shares());
        transaction.executeWithoutResult(_ -> {
            book.insert(ruling);
            trail.record(by, "delivery.lost-time-proposed", "ruling", ruling.id(), details(ruling, reason));
        });
        return ruling;
    }

    /** @throws Problem {@code delivery/own-proposal} for who has proposed it */
    void approve(SittingId sitting, UUID id, String words, Actor by) {
        Ruling ruling = decide(sitting, id, Ruling.State.APPROVED, words, by);
        settle(ruling, by);
    }

    void refuse(SittingId sitting, UUID id, String words, Actor by) {
        decide(sitting, id, Ruling.State.REFUSED, words, by);
    }

    private Ruling decide(SittingId sitting, UUID id, Ruling.State state, String words, Actor by) {
        Ruling ruling = book.find(id)
                .filter(found -> found.sitting().equals(sitting))
                .orElseThrow(() -> Problem.notFound("这条补时"));
        if (ruling.proposed().by().equals(by.id())) {
            throw Problem.of(DeliveryError.OWN_PROPOSAL, "这条补时由你提出，须由另一名监考员或项目管理员决定。");
        }
        transaction.executeWithoutResult(_ -> {
            book.takeTurn(sitting);
            boolean computed = ruling.minutes() == null && state == Ruling.State.APPROVED;
            if (computed && ruling.state() == Ruling.State.PROPOSED && book.isOvertaken(ruling)) {
                throw Problem.of(DeliveryError.ALREADY_DECIDED, "提出之后，另一条补时已把这段时间补给其中的考生。请不批准这条，重新计算后再提出。");
            }
            if (!book.decide(id, state, words, by, time.now())) {
                throw Problem.of(
                        DeliveryError.ALREADY_DECIDED, "这条补时" + ruling.state().label() + "，请刷新后查看。");
            }
            String act = state == Ruling.State.APPROVED ? "delivery.lost-time-approved" : "delivery.lost-time-refused";
            trail.record(by, act, "ruling", id, details(ruling, words));
        });
        return ruling;
    }

    private void settle(Ruling ruling, Actor by) {
        String told = "因%s（%s–%s），核定为你补时 %%d 分钟，剩余时间已更新。"
                .formatted(
                        ruling.category().label(),
                        CLOCK.format(ruling.span().from()),
                        CLOCK.format(ruling.span().until()));
        String reason = "%s：%s（%s 提出，%s 批准）"
                .formatted(
                        ruling.category().label(),
                        ruling.reason(),
                        ruling.proposed().label(),
                        by.label());
        for (Ruling.Share share : ruling.shares()) {
            if (share.outcome() == null) {
                supervision.giveBack(
                        share.attempt(),
                        share.minutes(),
                        ruling.sitting(),
                        Acts.Order.because(reason, by),
                        told.formatted(share.minutes()),
                        () -> book.isOwed(ruling.id(), share.attempt()),
                        given -> book.settle(ruling.id(), share.attempt(), given));
            }
        }
    }

    /** Moves the clocks that an approval could not move any more because the application was stopped. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void settleWhatIsLeft() {
        for (Ruling ruling : book.unsettled()) {
            Ruling.Step decided = ruling.decided();
            if (decided != null) {
                settle(ruling, Actor.account(decided.by(), decided.label()));
            }
        }
    }

    private static Map<String, ?> details(Ruling ruling, String reason) {
        return Map.of(
                "category", ruling.category().name(),
                "scope", ruling.scope().name(),
                "candidates", ruling.shares().size(),
                "reason", reason);
    }

    static UUID account(Actor by) {
        UUID id = by.id();
        if (id == null) {
            throw new IllegalStateException("A ruling is a person's, not of " + by.label());
        }
        return id;
    }
}
