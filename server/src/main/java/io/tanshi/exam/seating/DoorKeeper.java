package io.tanshi.exam.seating;

import io.tanshi.audit.Actor;
import io.tanshi.exam.Admission;
import io.tanshi.exam.EntryDecision;
import io.tanshi.exam.EntryRefusal;
import io.tanshi.exam.ExamEntry;
import io.tanshi.exam.RoomId;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.ReviewPromise;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what was typed at the door with the admission. Whatever does not match, the work and the answer are the same. */
@Service
class DoorKeeper implements ExamEntry {

    private static final Actor CANDIDATE = Actor.system("exam-entry");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final AdmissionStore admissions;
    private final RoomStore rooms;
    private final AdmissionBook book;
    private final People people;
    private final SittingRuns runs;
    private final Clock clock;
    private final EntryLimit limit = new EntryLimit();

    DoorKeeper(
            AdmissionStore admissions,
            RoomStore rooms,
            AdmissionBook book,
            People people,
            SittingRuns runs,
            Clock clock) {
        this.admissions = admissions;
        this.rooms = rooms;
        this.book = book;
        this.people = people;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    @Transactional
    public EntryDecision admit(String ticketNumber, String documentNumber, String roomCode, String address) {
        String ticket = normal(ticketNumber);
        if (!limit.allows(ticket, address)) {
            return new EntryDecision.Refused(EntryRefusal.TOO_MANY_ATTEMPTS, "输入有误的次数过多，请稍候 1 分钟再试，或举手请监考员核对。");
        }
        Optional<Admission> found = admissions.byTicket(ticket);
        Optional<PersonId> document = people.findByIdNumber(normal(documentNumber));
        boolean code = rooms.codeMatches(found.map(Admission::roomId).orElseGet(RoomId::next), roomCode);
        if (found.isEmpty() || !document.equals(found.map(Admission::personId)) || !code) {
            limit.countFailure(ticket, address);
            return new EntryDecision.Refused(EntryRefusal.NO_MATCH, "准考证号、证件号与考场代码对不上。请逐项核对；仍不行请举手。");
        }
        return decide(found.get());
    }

    private EntryDecision decide(Admission admission) {
        SittingRun run = runs.of(admission.sittingId());
        return EntryRule.refusal(run, admission.state(), clock.instant())
                .<EntryDecision>map(reason -> new EntryDecision.Refused(reason, words(reason, run)))
                .orElseGet(() -> letIn(admission));
    }

    private EntryDecision letIn(Admission admission) {
        book.enter(admission, CANDIDATE);
        return new EntryDecision.Admitted(
                admissions.find(admission.id()).orElseThrow(),
                StoredAdmissions.card(people.view(admission.personId())));
    }

    private static String words(EntryRefusal reason, SittingRun run) {
        return switch (reason) {
            case NOT_OPEN_YET -> "还没有到入场时间。本场 " + at(run.entryOpensAt()) + " 起入场，" + at(run.startsAt()) + " 开考。";
            case TOO_LATE -> "已过最迟入场时间 " + at(run.lateEntryEndsAt()) + "，不能再入场。请与监考员联系。";
            case CLOSED -> "本场考试已结束。";
            case NO_MATCH, TOO_MANY_ATTEMPTS -> throw new IllegalStateException("Not a matter of time: " + reason);
        };
    }

    private static String at(Instant instant) {
        return CLOCK.format(instant.atZone(ReviewPromise.ZONE));
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }
}
