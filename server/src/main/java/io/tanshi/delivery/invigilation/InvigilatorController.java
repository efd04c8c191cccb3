package io.tanshi.delivery.invigilation;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.invigilation.Board.BoardView;
import io.tanshi.delivery.runner.Acts;
import io.tanshi.delivery.runner.Supervision;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** The board, and what an invigilator does to one or many attempts. */
@RestController
@Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
class InvigilatorController {

    private static final int MOST = 20_000;

    private final Board board;
    private final Supervision supervision;
    private final Timeline timeline;
    private final BoardFeed feed;

    InvigilatorController(Board board, BoardFeed feed, Supervision supervision, Timeline timeline) {
        this.board = board;
        this.feed = feed;
        this.supervision = supervision;
        this.timeline = timeline;
    }

    record AttemptRulingRequest(
            @NotEmpty(message = "请选择考生") @Size(max = MOST) List<@NotNull UUID> attemptIds,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    record ExtensionRequest(
            @NotEmpty(message = "请选择考生") @Size(max = MOST) List<@NotNull UUID> attemptIds,

            @Min(value = 1, message = "1 至 60 分钟") @Max(value = 60, message = "1 至 60 分钟")
            int minutes,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    record MessageRequest(
            @NotEmpty(message = "请选择考生") @Size(max = MOST) List<@NotNull UUID> attemptIds,

            @NotBlank(message = "请填写消息") @Size(max = 200, message = "最多 200 字")
            String text) {}

    /** @param refused attempts whose state did not allow it; nothing was done to them */
    record RulingView(int done, List<UUID> refused) {}

    /** @param clientAt by the candidate's machine, where it has said so */
    record TimelineEntryView(
            OffsetDateTime at,
            @Nullable OffsetDateTime clientAt,
            String verb,
            String actor,
            String reason,
            JsonNode details) {}

    @GetMapping("/api/invigilator/sittings/{id}/board")
    ResponseEntity<BoardView> board(@PathVariable UUID id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(board.of(new SittingId(id)));
    }

    /** The same again and again, for as long as the screen listens. */
    @GetMapping(path = "/api/invigilator/sittings/{id}/board/news", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    SseEmitter boardNews(@PathVariable UUID id) throws IOException {
        return feed.listen(new SittingId(id));
    }

    @GetMapping("/api/invigilator/attempts/{id}/timeline")
    List<TimelineEntryView> timeline(@PathVariable UUID id) {
        AttemptId attempt = new AttemptId(id);
        try {
            supervision.sittingOf(attempt);
        } catch (NoSuchElementException e) {
            throw Problem.notFound("这名考生的考试记录");
        }
        return timeline.of(attempt).stream()
                .map(entry -> new TimelineEntryView(
                        entry.at(), entry.clientAt(), entry.verb(), entry.actor(), entry.reason(), entry.details()))
                .toList();
    }

    @PostMapping("/api/invigilator/sittings/{id}/pauses")
    RulingView pause(@PathVariable UUID id, @Valid @RequestBody AttemptRulingRequest body, CurrentAccount me) {
        List<AttemptId> refused =
                supervision.pause(ids(body.attemptIds()), new SittingId(id), order(body.reason(), me));
        return view(body.attemptIds(), refused);
    }

    @PostMapping("/api/invigilator/sittings/{id}/resumptions")
    RulingView resume(@PathVariable UUID id, @Valid @RequestBody AttemptRulingRequest body, CurrentAccount me) {
        List<AttemptId> refused =
                supervision.resume(ids(body.attemptIds()), new SittingId(id), order(body.reason(), me));
        return view(body.attemptIds(), refused);
    }

    @PostMapping("/api/invigilator/sittings/{id}/extensions")
    RulingView extend(@PathVariable UUID id, @Valid @RequestBody ExtensionRequest body, CurrentAccount me) {
        List<AttemptId> refused =
                supervision.extend(ids(body.attemptIds()), body.minutes(), new SittingId(id), order(body.reason(), me));
        return view(body.attemptIds(), refused);
    }

    @PostMapping("/api/invigilator/sittings/{id}/messages")
    RulingView message(@PathVariable UUID id, @Valid @RequestBody MessageRequest body, CurrentAccount me) {
        List<AttemptId> refused =
                supervision.message(ids(body.attemptIds()), body.text().strip(), new SittingId(id), me.actor());
        return view(body.attemptIds(), refused);
    }

    private static Acts.Order order(String reason, CurrentAccount me) {
        return Acts.Order.because(reason.strip(), me.actor());
    }

    private static List<AttemptId> ids(List<UUID> values) {
        return values.stream().map(AttemptId::new).toList();
    }

    private static RulingView view(List<UUID> asked, List<AttemptId> refused) {
        int distinct = (int) asked.stream().distinct().count();
        return new RulingView(
                distinct - refused.size(),
                refused.stream().map(AttemptId::value).toList());
    }
}
