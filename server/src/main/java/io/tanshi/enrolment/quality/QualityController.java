package io.tanshi.enrolment.quality;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.ReturnNote;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.quality.QualityViews.DisagreementView;
import io.tanshi.enrolment.quality.QualityViews.DrawnSample;
import io.tanshi.enrolment.quality.QualityViews.NextSecondReview;
import io.tanshi.enrolment.quality.QualityViews.ReviewQuality;
import io.tanshi.enrolment.quality.QualityViews.SecondOutcome;
import io.tanshi.enrolment.quality.QualityViews.SecondReviewView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sample, second review and the figures of the promise. */
@RestController
@RequestMapping("/api/review/quality")
@Requires(Role.REVIEWER)
class QualityController {

    private static final int SHOWN = 50;

    private final QualityFigures figures;
    private final SecondReviews reviews;
    private final SecondReviewDesk desk;
    private final Dossiers dossiers;
    private final Clock clock;

    QualityController(
            QualityFigures figures, SecondReviews reviews, SecondReviewDesk desk, Dossiers dossiers, Clock clock) {
        this.figures = figures;
        this.reviews = reviews;
        this.desk = desk;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    record DrawRequest(
            @Min(value = 1, message = "至少 1 件") @Max(value = 200, message = "一次最多 200 件")
            int count) {}

    record ObjectionRequest(
            List<@Valid ObjectionNote> notes,

            @NotBlank(message = "请写明哪里不同意") @Size(max = 500, message = "最多 500 字")
            String words) {}

    record ObjectionNote(
            @NotNull DocumentKind kind,
            @NotNull ReturnReason reason,

            @NotBlank(message = "请写明机构要怎么改") @Size(max = 500, message = "最多 500 字")
            String words) {}

    @GetMapping
    @Requires({Role.REVIEWER, Role.ADMINISTRATOR})
    ReviewQuality reviewQuality(@RequestParam(required = false) @Nullable UUID sitting) {
        return new ReviewQuality(
                figures.promise(sitting),
                figures.byInstitution(sitting),
                figures.reviewers(sitting),
                figures.reasons(sitting),
                figures.second(sitting),
                reviews.disagreements(SHOWN).stream().map(this::disagreement).toList());
    }

    private DisagreementView disagreement(SecondReview r) {
        Instant at = r.decidedAt();
        return new DisagreementView(
                r.id(),
                r.application().value(),
                dossiers.find(r.application()).map(d -> d.registration().name()).orElse(""),
                r.decided().name(),
                word(r.decided().kind()),
                Objects.requireNonNullElse(r.reviewerName(), ""),
                r.state().label(),
                at == null ? null : time(at),
                r.words());
    }

    /** Draws more decisions for a second look. */
    @PostMapping("/draws")
    @Requires({Role.REVIEWER, Role.ADMINISTRATOR})
    @ResponseStatus(HttpStatus.CREATED)
    DrawnSample drawSample(@Valid @RequestBody DrawRequest body, CurrentAccount me) {
        return new DrawnSample(desk.draw(body.count(), me));
    }

    /** Takes the next one that somebody else decided; 204 when there is none. */
    @PostMapping("/next")
    ResponseEntity<NextSecondReview> nextSecondReview(CurrentAccount me) {
        return reviews.takeNext(me)
                .map(id -> ResponseEntity.ok(new NextSecondReview(id)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/{id}")
    SecondReviewView secondReview(@PathVariable UUID id, CurrentAccount me) {
        SecondReview r = desk.own(id, me);
        return new SecondReviewView(
                r.id(),
                r.application().value(),
                r.decided().name(),
                word(r.decided().kind()),
                time(r.decided().at()),
                r.state().label(),
                r.state() == SecondReview.State.OPEN,
                desk.takesBack(r));
    }

    @PostMapping("/{id}/agreement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void agreeWithDecision(@PathVariable UUID id, CurrentAccount me) {
        desk.agree(id, me);
    }

    @PostMapping("/{id}/objection")
    SecondOutcome objectToDecision(
            @PathVariable UUID id, @Valid @RequestBody ObjectionRequest body, CurrentAccount me) {
        List<ReturnNote> notes = body.notes().stream()
                .map(note ->
                        new ReturnNote(note.kind(), note.reason(), note.words().strip()))
                .toList();
        return new SecondOutcome(
                desk.object(id, notes, body.words().strip(), me).label());
    }

    private static String word(String kind) {
        return switch (kind) {
            case "APPROVE" -> "通过";
            case "RETURN" -> "退回补正";
            default -> "审核不通过";
        };
    }

    private OffsetDateTime time(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
