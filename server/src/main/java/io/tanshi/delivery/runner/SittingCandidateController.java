package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.Response;
import io.tanshi.delivery.runner.ExamViews.ExamNewsView;
import io.tanshi.delivery.runner.ExamViews.ExamPaperView;
import io.tanshi.delivery.runner.ExamViews.ExamStateView;
import io.tanshi.delivery.runner.ExamViews.ReceiptView;
import io.tanshi.exam.Admissions;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The candidate's requests from the waiting room to the receipt. The candidate is always the first parameter: without a
 * token no body is read.
 */
@RestController
@PublicEndpoint("a signed sitting token is the credential; see SittingCandidates")
class SittingCandidateController {

    private final AttemptDesk desk;
    private final AnswerIntake intake;
    private final HandIn handIn;
    private final CandidateDesk candidates;
    private final Admissions admissions;
    private final Files files;

    SittingCandidateController(
            AttemptDesk desk,
            AnswerIntake intake,
            HandIn handIn,
            CandidateDesk candidates,
            Admissions admissions,
            Files files) {
        this.desk = desk;
        this.intake = intake;
        this.handIn = handIn;
        this.candidates = candidates;
        this.admissions = admissions;
        this.files = files;
    }

    /** Either an answer (choices and text) or a flag; see {@link LogEntry}. */
    record AnswerEntryRequest(
            @Min(1) long clientSeq,
            @NotNull UUID itemId,
            @Nullable @Size(max = 26) List<@NotNull @Size(max = 8) String> choices,
            @Nullable String text,
            @Nullable Boolean flagged,
            @Min(0) long clientTime,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {

        LogEntry entry() {
            Response response = choices == null && text == null
                    ? null
                    : new Response(
                            Objects.requireNonNullElse(choices, List.of()), Objects.requireNonNullElse(text, ""));
            return new LogEntry(
                    clientSeq,
                    new ItemVersionId(itemId),
                    response,
                    flagged,
                    clientTime,
                    HexFormat.of().parseHex(hash));
        }
    }

    /** @param newsAfter position of the last message the screen has shown */
    record AnswersRequest(
            @NotEmpty @Size(max = 200) List<@Valid @NotNull AnswerEntryRequest> entries,
            @Min(0) long newsAfter) {}

    record HeartbeatRequest(
            @Min(0) long newsAfter,
            @Min(0) @Max(1_000_000) int unsent,
            @Min(0) @Max(1_000_000) int away,
            boolean handRaised) {}

    record HandInRequest(@Min(0) long lastSeq, boolean acceptUnsent) {}

    @GetMapping("/api/exam/state")
    ResponseEntity<ExamStateView> state(SittingCandidate who) {
        Attempt attempt = desk.own(who);
        boolean over = attempt.state().isOver();
        ExamStateView view = new ExamStateView(
                ExamViews.seat(admissions.get(who.admissionId())),
                over ? List.of() : candidates.answers(attempt),
                over ? candidates.receipt(attempt) : null,
                candidates.news(attempt, 0));
        return fresh().body(view);
    }

    @GetMapping("/api/exam/paper")
    ResponseEntity<ExamPaperView> paper(SittingCandidate who) {
        Attempt attempt = desk.own(who);
        if (attempt.state() == AttemptState.WAITING) {
            throw Problem.of(DeliveryError.NOT_BEGUN, "开考铃响之前不能看到试卷。请在等候页等待，到时会自动开始。");
        }
        if (attempt.state() == AttemptState.PAUSED) {
            throw Problem.of(DeliveryError.PAUSED, "监考已暂停作答，恢复后试卷会自动显示。计时同时停止。");
        }
        if (attempt.state().isOver()) {
            throw Problem.of(DeliveryError.ALREADY_HANDED_IN, "已经交卷，试卷不能再查看。");
        }
        return fresh().body(candidates.paper(attempt));
    }

    @GetMapping("/api/exam/photo")
    ResponseEntity<byte[]> photo(SittingCandidate who) throws IOException {
        FileId photo = desk.own(who).identity().photo();
        if (photo == null) {
            throw Problem.notFound("登记照片");
        }
        MediaType type = MediaType.parseMediaType(files.describe(photo).mediaType());
        return fresh().contentType(type).body(files.read(photo));
    }

    @PostMapping("/api/exam/answers")
    ExamNewsView save(SittingCandidate who, @Valid @RequestBody AnswersRequest body) {
        List<LogEntry> entries =
                body.entries().stream().map(AnswerEntryRequest::entry).toList();
        return candidates.news(intake.save(who, entries), body.newsAfter());
    }

    @PostMapping("/api/exam/heartbeat")
    ExamNewsView heartbeat(SittingCandidate who, @Valid @RequestBody HeartbeatRequest body) {
        Presence.Report report = new Presence.Report(body.unsent(), body.away(), body.handRaised());
        return candidates.heartbeat(who, report, body.newsAfter());
    }

    @PostMapping("/api/exam/hand-in")
    ReceiptView handIn(SittingCandidate who, @Valid @RequestBody HandInRequest body) {
        return candidates.receipt(handIn.byCandidate(who, body.lastSeq(), body.acceptUnsent()));
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}
