package io.tanshi.delivery.runner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tanshi.delivery.runner.ExamViews.ExamKeyView;
import io.tanshi.delivery.runner.ExamViews.ExamNewsView;
import io.tanshi.delivery.runner.ExamViews.ExamPaperView;
import io.tanshi.delivery.runner.ExamViews.ExamStateView;
import io.tanshi.delivery.runner.ExamViews.ReceiptView;
import io.tanshi.exam.Admissions;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The candidate's requests from the waiting room to the receipt. The candidate is always the first parameter: without a
 * token no body is read.
 */
@RestController
@PublicEndpoint("a signed sitting token is the credential; see SittingCandidates")
class SittingCandidateController {

    private final AttemptDesk desk;
    private final ExamLane lane;
    private final SealedPapers papers;
    private final HandIn handIn;
    private final CandidateDesk candidates;
    private final Admissions admissions;
    private final Files files;

    SittingCandidateController(
            AttemptDesk desk,
            ExamLane lane,
            SealedPapers papers,
            HandIn handIn,
            CandidateDesk candidates,
            Admissions admissions,
            Files files) {
        this.desk = desk;
        this.lane = lane;
        this.papers = papers;
        this.handIn = handIn;
        this.candidates = candidates;
        this.admissions = admissions;
        this.files = files;
    }

    /** Either an answer (choices and text) or a flag; see {@link LogEntry}. Read by {@link SaveReader}. */
    record AnswerEntryRequest(
            long clientSeq,
            UUID itemId,
            @Nullable List<String> choices,
            @Nullable String text,
            @Nullable Boolean flagged,
            long clientTime,
            String hash) {}

    /** @param newsAfter position of the last message the screen has shown */
    record AnswersRequest(List<AnswerEntryRequest> entries, long newsAfter) {}

    record HeartbeatRequest(long newsAfter, int unsent, int away, boolean handRaised) {}

    record HandInRequest(@Min(0) long lastSeq, boolean acceptUnsent) {}

    @GetMapping("/api/exam/state")
    ResponseEntity<ExamStateView> state(SittingCandidate who) {
        Attempt attempt = desk.own(who);
        boolean over = attempt.state().isOver();
        ExamStateView view = new ExamStateView(
                ExamViews.seat(admissions.get(who.admissionId())),
                over ? List.of() : candidates.answers(attempt),
                over ? candidates.receipt(attempt) : null,
                papers.of(attempt.identity().formId()).digest(),
                candidates.news(attempt, 0));
        return fresh().body(view);
    }

    /** See {@link ExamLane#paper}; decrypted with the key it is an {@link ExamPaperView}. */
    @GetMapping("/api/exam/paper")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    void paper(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        lane.paper(who, request, response);
    }

    @GetMapping("/api/exam/key")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ExamKeyView.class)))
    void key(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        lane.key(who, request, response);
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
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AnswersRequest.class))))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ExamNewsView.class)))
    void save(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        lane.save(who, request, response);
    }

    @PostMapping("/api/exam/heartbeat")
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = HeartbeatRequest.class))))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ExamNewsView.class)))
    void heartbeat(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        lane.heartbeat(who, request, response);
    }

    @PostMapping("/api/exam/hand-in")
    ReceiptView handIn(
            SittingCandidate who, @Valid @org.springframework.web.bind.annotation.RequestBody HandInRequest body) {
        return candidates.receipt(handIn.byCandidate(who, body.lastSeq(), body.acceptUnsent()));
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}
