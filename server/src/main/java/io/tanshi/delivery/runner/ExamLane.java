package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.platform.PlatformError;
import io.tanshi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The requests that a whole sitting makes at once or all the time: saves, heartbeats, the paper and its key. None of
 * them asks the database, but for the answers that are written. They are read and written here, and reached either by
 * {@link FastLane} or, as every other request, through {@link SittingCandidateController}.
 */
@Component
class ExamLane {

    // Two hundred answers of the greatest length are below it.
    static final int LARGEST_REQUEST = 512 * 1024;

    private static final String FOR_A_DAY = "private, max-age=86400, immutable";

    private final AttemptDesk desk;
    private final AnswerIntake intake;
    private final CandidateDesk candidates;
    private final SealedPapers papers;

    ExamLane(AttemptDesk desk, AnswerIntake intake, CandidateDesk candidates, SealedPapers papers) {
        this.desk = desk;
        this.intake = intake;
        this.candidates = candidates;
        this.papers = papers;
    }

    void save(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SaveReader.Saves saves = SaveReader.saves(body(request));
        Attempt attempt = intake.save(who, saves.entries());
        json(response, NewsWriter.write(candidates.news(attempt, saves.newsAfter())));
    }

    void heartbeat(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SaveReader.Beat beat = SaveReader.beat(body(request));
        json(response, NewsWriter.write(candidates.heartbeat(who, beat.report(), beat.newsAfter())));
    }

    /** The encrypted paper, also before the bell. A request that names its digest may keep it. */
    void paper(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Attempt attempt = desk.own(who);
        requireUnfinished(attempt);
        SealedPapers.SealedPaper paper = papers.of(attempt.identity().formId());
        String tag = '"' + paper.digest() + '"';
        response.setHeader(HttpHeaders.ETAG, tag);
        boolean named = paper.digest().equals(request.getParameter("v"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, named ? FOR_A_DAY : "private, no-cache");
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        write(response, MediaType.APPLICATION_OCTET_STREAM_VALUE, paper.content());
    }

    /** The key of the paper and the candidate's own order: from the bell on, and not during a pause. */
    void key(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Attempt attempt = desk.own(who);
        requireUnfinished(attempt);
        if (attempt.state() == AttemptState.WAITING) {
            throw Problem.of(DeliveryError.NOT_BEGUN, "开考铃响之前不能看到试卷。请在等候页等待，到时会自动开始。");
        }
        if (attempt.state() == AttemptState.PAUSED) {
            throw Problem.of(DeliveryError.PAUSED, "监考已暂停作答，恢复后试卷会自动显示。计时同时停止。");
        }
        String key = papers.of(attempt.identity().formId()).key();
        String seed = "%016x".formatted(attempt.identity().seed());
        json(response, "{\"key\":\"%s\",\"seed\":\"%s\"}".formatted(key, seed).getBytes(StandardCharsets.US_ASCII));
    }

    private static void requireUnfinished(Attempt attempt) {
        if (attempt.state().isOver()) {
            throw Problem.of(DeliveryError.ALREADY_HANDED_IN, "已经交卷，试卷不能再查看。");
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_REQUEST) {
            throw tooLarge();
        }
        InputStream body = request.getInputStream();
        if (request.getContentLengthLong() >= 0) {
            // Of its own length: what grows as it is read would be most of what a save leaves behind in memory.
            return body.readNBytes(request.getContentLength());
        }
        byte[] read = body.readNBytes(LARGEST_REQUEST);
        if (read.length == LARGEST_REQUEST && body.read() >= 0) {
            throw tooLarge();
        }
        return read;
    }

    static Problem tooLarge() {
        return Problem.of(PlatformError.TOO_LARGE, "一次上传的作答超过了 512 KB。请刷新页面后重试；已保存的答案没有变化。");
    }

    private static void json(HttpServletResponse response, byte[] body) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        write(response, MediaType.APPLICATION_JSON_VALUE, body);
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
