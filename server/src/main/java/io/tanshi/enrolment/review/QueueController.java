package io.tanshi.enrolment.review;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.review.QueueFilter.Due;
import io.tanshi.enrolment.review.QueueFilter.Share;
import io.tanshi.enrolment.review.ReviewViews.BulkOutcome;
import io.tanshi.enrolment.review.ReviewViews.BulkUndone;
import io.tanshi.enrolment.review.ReviewViews.BulkView;
import io.tanshi.enrolment.review.ReviewViews.ClaimedNext;
import io.tanshi.enrolment.review.ReviewViews.ReviewQueue;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.Level;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reviewer's queue: pages, search, what comes next, and what is approved together. */
@RestController
@RequestMapping("/api/review")
@Requires(Role.REVIEWER)
class QueueController {

    private static final int MAX_PAGE = 200;

    private final QueuePages queue;
    private final Claims claims;
    private final BulkDesk bulk;

    QueueController(QueuePages queue, Claims claims, BulkDesk bulk) {
        this.queue = queue;
        this.claims = claims;
        this.bulk = bulk;
    }

    /**
     * A search; it comes in the body, because what is looked for is a name or a number.
     *
     * @param text a part of a name, a document number or its last four characters
     */
    record QueueQuery(
            @Nullable @Size(max = 50, message = "最多 50 字") String text,
            @NotNull Share share,
            @NotNull Due due,
            @Nullable Level level,
            @Nullable UUID institution,
            @Nullable Verdict verdict,
            int page,
            int size) {}

    record BulkRequest(
            @NotEmpty(message = "请先选择报名") @Size(max = 200, message = "一次最多 200 件")
            List<@NotNull UUID> applications) {}

    @PostMapping("/queue")
    ReviewQueue reviewQueue(@Valid @RequestBody QueueQuery q, CurrentAccount me) {
        String text = q.text();
        return queue.queue(
                new QueueFilter(q.share(), q.due(), q.level(), q.institution(), q.verdict()),
                text == null ? "" : text,
                Math.max(0, q.page()),
                Math.clamp(q.size(), 1, MAX_PAGE),
                me);
    }

    /** Claims what is due first; 204 when the queue holds nothing that is free. */
    @PostMapping("/next")
    ResponseEntity<ClaimedNext> claimNext(CurrentAccount me) {
        return claims.takeNext(me)
                .map(id -> ResponseEntity.ok(new ClaimedNext(id.value())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** What will come after this one, so that it can be fetched early; it is not claimed by that. */
    @GetMapping("/next")
    ResponseEntity<ClaimedNext> followingApplication(@RequestParam UUID after, CurrentAccount me) {
        return claims.following(new ApplicationId(after), me)
                .map(id -> ResponseEntity.ok(new ClaimedNext(id.value())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Draws the sample that has to be looked at before the rest can be approved together. */
    @PostMapping("/bulk")
    @ResponseStatus(HttpStatus.CREATED)
    BulkView openBulk(@Valid @RequestBody BulkRequest body, CurrentAccount me) {
        return bulk.open(body.applications(), me);
    }

    @GetMapping("/bulk/{id}")
    BulkView bulk(@PathVariable UUID id, CurrentAccount me) {
        return bulk.view(id, me);
    }

    @PostMapping("/bulk/{id}/approval")
    BulkOutcome approveBulk(@PathVariable UUID id, CurrentAccount me) {
        return bulk.approve(id, me);
    }

    @DeleteMapping("/bulk/{id}/approval")
    BulkUndone undoBulk(@PathVariable UUID id, CurrentAccount me) {
        return new BulkUndone(bulk.undo(id, me));
    }
}
