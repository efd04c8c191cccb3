package io.tanshi.delivery.record;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.likeness.Likeness;
import io.tanshi.delivery.likeness.Likenesses;
import io.tanshi.delivery.rulings.Ruling;
import io.tanshi.delivery.rulings.RulingBook;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.delivery.runner.Supervision;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.CandidateCard;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts the record of a sitting from what was logged. */
@Service
class RecordReader {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    // One act on many candidates is one line.
    private static final String STAFF_ACTS = """
            select h.at, h.verb, h.actor_label, h.reason, h.details->>'minutes' as minutes,
                   count(*) as people, (array_agg(h.attempt_id))[1] as attempt
            from delivery.attempt_history h join delivery.attempt a on a.id = h.attempt_id
            where a.sitting_id = ? and h.verb in ('PAUSED', 'RESUMED', 'EXTENDED', 'GIVEN_BACK', 'MESSAGED', 'TERMINATED')
            group by h.at, h.verb, h.actor_label, h.reason, h.details->>'minutes'
            order by h.at, min(h.position)
            """;

    private final Sittings sittings;
    private final SittingRuns runs;
    private final Admissions admissions;
    private final Supervision supervision;
    private final Likenesses likenesses;
    private final RulingBook rulings;
    private final DSLContext db;
    private final AuditTrail trail;
    private final ServerTime time;

    RecordReader(
            Sittings sittings,
            SittingRuns runs,
            Admissions admissions,
            Supervision supervision,
            Likenesses likenesses,
            RulingBook rulings,
            DSLContext db,
            AuditTrail trail,
            ServerTime time) {
        this.sittings = sittings;
        this.runs = runs;
        this.admissions = admissions;
        this.supervision = supervision;
        this.likenesses = likenesses;
        this.rulings = rulings;
        this.db = db;
        this.trail = trail;
        this.time = time;
    }

    /** @param attempt null when the candidate did not come */
    record Seat(
            Admission admission,
            @Nullable CandidateCard card,
            Supervision.@Nullable Progress attempt,
            @Nullable Likeness check) {

        String name() {
            return card == null ? "" : card.name();
        }

        String state() {
            return attempt == null ? "未到" : attempt.state().label();
        }

        String place() {
            return "%s %s %02d 座".formatted(admission.site(), admission.room(), admission.seat());
        }
    }

    /** @param whom the seat, or how many */
    record StaffAct(OffsetDateTime at, String verb, String by, String reason, String minutes, String whom) {}

    record SittingRecord(
            Sitting sitting, SittingRun run, Instant now, List<Seat> seats, List<Ruling> rulings, List<StaffAct> acts) {

        long come() {
            return seats.stream().filter(seat -> seat.attempt() != null).count();
        }

        long in(Set<AttemptState> states) {
            return seats.stream()
                    .filter(seat -> seat.attempt() != null
                            && states.contains(seat.attempt().state()))
                    .count();
        }

        long judged(Likeness.@Nullable Verdict verdict) {
            return seats.stream()
                    .filter(seat -> seat.attempt() != null)
                    .filter(seat -> (seat.check() == null ? null : seat.check().verdict()) == verdict)
                    .count();
        }
    }

    /** Writes down that it was read. */
    @Transactional
    public SittingRecord read(SittingId id, String form, Actor by) {
        Sitting sitting = sittings.find(id).orElseThrow(() -> Problem.notFound("这个考期"));
        List<Seat> seats = seats(id);
        Map<AttemptId, Seat> byAttempt = seats.stream()
                .filter(seat -> seat.attempt() != null)
                .collect(Collectors.toMap(seat -> seat.attempt().attemptId(), Function.identity()));
        List<StaffAct> acts = db.resultQuery(STAFF_ACTS, id.value()).fetch(row -> {
            int people = row.get("people", Integer.class);
            Seat seat = byAttempt.get(new AttemptId(row.get("attempt", UUID.class)));
            String minutes = row.get("minutes", String.class);
            return new StaffAct(
                    row.get("at", OffsetDateTime.class),
                    row.get("verb", String.class),
                    row.get("actor_label", String.class),
                    row.get("reason", String.class),
                    minutes == null ? "" : minutes + " 分钟",
                    people > 1 || seat == null ? people + " 人" : seat.place() + " " + seat.name());
        });
        trail.record(by, "delivery.record-exported", "sitting", id, Map.of("form", form));
        return new SittingRecord(sitting, runs.of(id), time.now(), seats, rulings.ofSitting(id), acts);
    }

    private List<Seat> seats(SittingId id) {
        Map<AdmissionId, CandidateCard> cards = admissions.cards(id);
        Map<AdmissionId, Supervision.Progress> attempts = supervision.of(id).stream()
                .collect(Collectors.toMap(Supervision.Progress::admissionId, Function.identity()));
        Map<AttemptId, Likeness> checks = likenesses.of(id);
        return admissions.ofSitting(id).stream()
                .map(admission -> {
                    Supervision.Progress attempt = attempts.get(admission.id());
                    return new Seat(
                            admission,
                            cards.get(admission.id()),
                            attempt,
                            attempt == null ? null : checks.get(attempt.attemptId()));
                })
                .toList();
    }
}
