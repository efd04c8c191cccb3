package io.tanshi.delivery.likeness;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.runner.OwnSessions;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.CandidateCard;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Both pictures beside each other, and the invigilator's verdict. */
@RestController
@Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
class LikenessController {

    private final LikenessDesk desk;
    private final OwnSessions sessions;
    private final Admissions admissions;
    private final Files files;

    LikenessController(LikenessDesk desk, OwnSessions sessions, Admissions admissions, Files files) {
        this.desk = desk;
        this.sessions = sessions;
        this.admissions = admissions;
        this.files = files;
    }

    /** @param registered whether there is a registered photo */
    record LikenessView(
            String name,
            String document,
            boolean registered,
            Likeness.Camera camera,
            @Nullable Instant takenAt,
            Likeness.@Nullable Verdict verdict,
            String words,
            boolean byEye,
            String reason,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {}

    /** @param byEye true when the person was looked at instead of a picture */
    record VerdictRequest(
            @NotNull(message = "请选择结论") Likeness.Verdict verdict,
            boolean byEye,
            @NotNull @Size(max = 200, message = "最多 200 字") String reason) {}

    @GetMapping("/api/invigilator/attempts/{id}/likeness")
    LikenessView likeness(@PathVariable UUID id) {
        OwnSessions.Own own = own(id);
        CandidateCard card = card(own);
        Likeness check = desk.find(own.attempt())
                .orElseGet(() -> new Likeness(Likeness.Camera.NOTHING, null, null, null, false, "", null, null));
        return new LikenessView(
                card == null ? "" : card.name(),
                card == null ? "" : card.maskedDocument(),
                card != null && card.photo() != null,
                check.camera(),
                check.takenAt(),
                check.verdict(),
                check.words(),
                check.byEye(),
                check.reason(),
                check.decidedAt(),
                check.decidedBy());
    }

    @GetMapping("/api/invigilator/attempts/{id}/likeness/registered")
    ResponseEntity<byte[]> registered(@PathVariable UUID id) throws IOException {
        CandidateCard card = card(own(id));
        return picture(card == null ? null : card.photo());
    }

    @GetMapping("/api/invigilator/attempts/{id}/likeness/camera")
    ResponseEntity<byte[]> camera(@PathVariable UUID id) throws IOException {
        return picture(desk.find(own(id).attempt()).map(Likeness::photo).orElse(null));
    }

    @PostMapping("/api/invigilator/attempts/{id}/likeness/verdict")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable UUID id, @Valid @RequestBody VerdictRequest body, CurrentAccount me) {
        String reason = body.reason().strip();
        if (body.verdict() != Likeness.Verdict.SAME && reason.isEmpty()) {
            throw Problem.of(DeliveryError.REASON_NEEDED, "不是本人或存疑时，请写明依据。").field("reason", "请写明依据");
        }
        AttemptId attempt = own(id).attempt();
        boolean photo = desk.find(attempt).map(Likeness::photo).isPresent();
        desk.decide(attempt, body.verdict(), body.byEye() || !photo, reason, me.actor());
    }

    private OwnSessions.Own own(UUID id) {
        return sessions.find(new AttemptId(id)).orElseThrow(() -> Problem.notFound("这名考生的考试记录"));
    }

    private @Nullable CandidateCard card(OwnSessions.Own own) {
        return admissions.cards(own.sitting()).get(own.admission());
    }

    private ResponseEntity<byte[]> picture(@Nullable FileId file) throws IOException {
        if (file == null) {
            throw Problem.notFound("这张照片");
        }
        MediaType type = MediaType.parseMediaType(files.describe(file).mediaType());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(files.read(file));
    }
}
