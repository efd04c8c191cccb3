package io.tanshi.delivery.lockdown;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.runner.OwnSessions;
import io.tanshi.delivery.runner.OwnSessions.Own;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.Lockdowns;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an invigilator sees of the locks. */
@Component
@Transactional(readOnly = true)
public class LockBoard {

    /** Four checks of a screen that is there. */
    static final Duration CHECKED_WITHIN = Duration.ofMinutes(2);

    private final Lockdowns lockdowns;
    private final LockBook book;
    private final LockActs acts;
    private final EvidenceLog evidence;
    private final Checks checks;
    private final OwnSessions sessions;
    private final JsonMapper json;

    LockBoard(
            Lockdowns lockdowns,
            LockBook book,
            LockActs acts,
            EvidenceLog evidence,
            Checks checks,
            OwnSessions sessions,
            JsonMapper json) {
        this.lockdowns = lockdowns;
        this.book = book;
        this.acts = acts;
        this.evidence = evidence;
        this.checks = checks;
        this.sessions = sessions;
        this.json = json;
    }

    /**
     * A lock on the board.
     *
     * @param words two, in the language of the board
     * @param held whether an invigilator has to decide
     */
    public record Mark(String words, boolean held, boolean exempt) {}

    /** One line of a candidate's timeline. */
    public record Entry(OffsetDateTime at, String verb, String actor, String reason, JsonNode details) {}

    /** Whether the sitting asks for the locked browser. */
    public boolean isLocked(SittingId sitting) {
        return lockdowns.of(sitting) == LockdownLevel.SEB;
    }

    /** Of the candidates about whom there is something to say; nobody in a sitting that takes any browser. */
    public Map<AdmissionId, Mark> of(SittingId sitting) {
        if (!isLocked(sitting)) {
            return Map.of();
        }
        Map<AdmissionId, Mark> marks = new HashMap<>();
        book.statesOf(sitting).forEach((admission, state) -> marks.put(admission, mark(state)));
        book.exemptOf(sitting).forEach(admission -> marks.put(admission, mark(LockState.EXEMPT)));
        return marks;
    }

    private static Mark mark(LockState state) {
        return new Mark(state.label(), state == LockState.HELD, state == LockState.EXEMPT);
    }

    /** Whether a screen that has proven itself and is heard gives no checks any more. */
    public boolean isUnchecked(AttemptId attempt) {
        return checks.sinceLast(attempt)
                .filter(since -> since.compareTo(CHECKED_WITHIN) > 0)
                .isPresent();
    }

    /** Acts about the lock and what the screen noticed, in the order of the server. */
    public List<Entry> timeline(AttemptId attempt) {
        Own own = sessions.find(attempt).orElseThrow();
        List<Entry> entries = new ArrayList<>();
        acts.of(own.admission())
                .forEach(act -> entries.add(new Entry(act.at(), act.verb(), act.actor(), act.reason(), act.details())));
        evidence.of(attempt).forEach(kept -> entries.add(entry(kept)));
        int more = evidence.countedOnly(attempt);
        if (more > 0) {
            // Only the overflow of a minute is counted, so something was kept before it.
            entries.add(new Entry(
                    entries.getLast().at(),
                    "EVIDENCE_COUNTED",
                    LockActs.MACHINE.label(),
                    "",
                    json.valueToTree(Map.of("times", more))));
        }
        return entries;
    }

    private Entry entry(EvidenceLog.Kept kept) {
        Map<String, Object> details = new HashMap<>();
        details.put("clientTime", kept.clientTime().toInstant().toString());
        if (kept.seconds() != null) {
            details.put("seconds", kept.seconds());
        }
        return new Entry(
                kept.receivedAt(), kept.kind().name(), LockActs.MACHINE.label(), "", json.valueToTree(details));
    }
}
