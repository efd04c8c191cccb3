package io.tanshi.delivery.emergency;

import io.tanshi.audit.Actor;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.emergency.EmergencyBook.State;
import io.tanshi.delivery.jooq.tables.records.EmergencyFileRecord;
import io.tanshi.delivery.runner.Acts;
import io.tanshi.delivery.runner.FoundAnswers;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes emergency files in, and holds what a person decides about those that came too late or stand against others. */
@Service
class EmergencyDesk {

    private final EmergencyKeys keys;
    private final EmergencyBook book;
    private final FoundAnswers found;
    private final ServerTime time;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    EmergencyDesk(
            EmergencyKeys keys,
            EmergencyBook book,
            FoundAnswers found,
            ServerTime time,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.keys = keys;
        this.book = book;
        this.found = found;
        this.time = time;
        this.json = json;
        this.transaction = transaction;
    }

    List<EmergencyFileRecord> of(SittingId sitting) {
        return book.of(sitting);
    }

    /** The same file again changes nothing and is answered as before. */
    EmergencyFileRecord take(SittingId sitting, EmergencyFileRequest request, Actor by) {
        EmergencyFile file = request.file();
        if (!file.sitting().equals(sitting) || !sitting.equals(sittingOf(file.attempt()))) {
            throw Problem.of(DeliveryError.EMERGENCY_FOREIGN_SITTING, "这份应急答卷不是本场考试的，没有收下。请在它所属考期的监考面板上传。");
        }
        String content = json.writeValueAsString(request);
        byte[] digest = sha256(content);
        return book.find(digest).orElseGet(() -> takeNew(file, content, digest, by));
    }

    private EmergencyFileRecord takeNew(EmergencyFile file, String content, byte[] digest, Actor by) {
        FoundAnswers.Taken taken = found.take(file.attempt(), keys.open(file));
        Instant now = time.now();
        return Objects.requireNonNull(transaction.execute(_ -> {
            EmergencyFileRecord row = book.store(file, digest, content, taken, by, now);
            found.record(file.attempt(), new Acts.Order("EMERGENCY_FILE", "", by), details(row));
            return row;
        }));
    }

    /** Both clocks: what the candidate's machine said, and when it came here. */
    private static Map<String, ?> details(EmergencyFileRecord row) {
        return Map.of(
                "entries", row.getEntries(),
                "taken", row.getTaken(),
                "conflicts", row.getConflicts(),
                "firstSeq", row.getFirstSeq(),
                "lastSeq", row.getLastSeq(),
                "firstGiven", row.getFirstGiven().toString(),
                "lastGiven", row.getLastGiven().toString());
    }

    EmergencyFileRecord decide(UUID id, boolean admit, String reason, Actor by) {
        EmergencyFileRecord row = book.find(id).orElseThrow(() -> Problem.notFound("这份应急答卷"));
        AttemptId attempt = new AttemptId(row.getAttemptId());
        if (admit) {
            byte[] entries = keys.open(
                    json.readValue(row.getContent(), EmergencyFileRequest.class).file());
            found.admit(attempt, entries, () -> settle(id, State.ADMITTED, reason, by));
        } else {
            transaction.executeWithoutResult(_ -> settle(id, State.DECLINED, reason, by));
        }
        return book.find(id).orElseThrow();
    }

    private void settle(UUID id, State state, String reason, Actor by) {
        EmergencyFileRecord row = book.lock(id);
        if (!row.getState().equals(State.WAITING.name())) {
            throw Problem.of(DeliveryError.EMERGENCY_DECIDED, "这份应急答卷已经处理过，不能再裁定。请刷新页面查看结果。");
        }
        if (row.getReceivedBy().equals(by.id())) {
            throw Problem.of(DeliveryError.EMERGENCY_SECOND_PERSON, "这份应急答卷由你上传，须由另一个人裁定。请让同事用自己的账号登录后裁定。");
        }
        book.decide(row, state, reason, by, time.now());
        String verb = state == State.ADMITTED ? "EMERGENCY_ADMITTED" : "EMERGENCY_DECLINED";
        found.record(new AttemptId(row.getAttemptId()), new Acts.Order(verb, reason, by), details(row));
    }

    private SittingId sittingOf(AttemptId attempt) {
        try {
            return found.sittingOf(attempt);
        } catch (NoSuchElementException e) {
            throw Problem.notFound("应急答卷所属的考试记录");
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
