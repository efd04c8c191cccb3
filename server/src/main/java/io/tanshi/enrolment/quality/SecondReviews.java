package io.tanshi.enrolment.quality;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_DECISION;
import static io.tanshi.enrolment.jooq.Tables.SECOND_REVIEW;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.quality.SecondReview.State;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Draws decisions at random for another reviewer and keeps what that one finds. */
@Repository
@Transactional
public class SecondReviews {

    /** After which another reviewer may take what one has taken and not finished. */
    private static final Duration PATIENCE = Duration.ofHours(4);

    private final DSLContext db;
    private final Sealed sealed;
    private final QualitySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondReviews(DSLContext db, Sealed sealed, QualitySettings settings, Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.settings = settings;
        this.clock = clock;
    }

    /** Draws a decision that has just taken effect, with the share of the settings. */
    public void consider(UUID decision, UUID reviewer) {
        if (random.nextInt(100) < settings.percent()) {
            insert(decision, reviewer);
        }
    }

    /** Draws so many more of the decisions that still stand; the answer is how many there were. */
    int draw(int count) {
        List<UUID[]> drawn = db.select(REVIEW_DECISION.ID, REVIEW_DECISION.REVIEWER)
                .from(REVIEW_DECISION)
                .join(APPLICATION)
                .on(APPLICATION.ID.eq(REVIEW_DECISION.APPLICATION_ID))
                .where(REVIEW_DECISION.STATE.eq("IN_EFFECT"))
                .and(APPLICATION.VERSION.eq(REVIEW_DECISION.VERSION.plus(1)))
                .andNotExists(
                        DSL.selectOne().from(SECOND_REVIEW).where(SECOND_REVIEW.DECISION_ID.eq(REVIEW_DECISION.ID)))
                .orderBy(DSL.rand())
                .limit(count)
                .fetch(r -> new UUID[] {r.value1(), r.value2()});
        drawn.forEach(pair -> insert(pair[0], pair[1]));
        return drawn.size();
    }

    private void insert(UUID decision, UUID reviewer) {
        db.insertInto(SECOND_REVIEW)
                .set(SECOND_REVIEW.ID, Ids.next())
                .set(SECOND_REVIEW.DECISION_ID, decision)
                .set(SECOND_REVIEW.FIRST_REVIEWER, reviewer)
                .set(SECOND_REVIEW.DRAWN_AT, now())
                .set(SECOND_REVIEW.STATE, State.OPEN.name())
                .onConflictDoNothing()
                .execute();
    }

    /** Gives a reviewer one that is not of his own decisions: what he has begun, then what was drawn first. */
    Optional<UUID> takeNext(CurrentAccount me) {
        UUID reviewer = me.accountId().value();
        Optional<UUID> next = db.select(SECOND_REVIEW.ID)
                .from(SECOND_REVIEW)
                .where(SECOND_REVIEW.STATE.eq(State.OPEN.name()))
                .and(SECOND_REVIEW.FIRST_REVIEWER.ne(reviewer))
                .and(free(reviewer))
                .orderBy(DSL.when(SECOND_REVIEW.REVIEWER.eq(reviewer), 0).otherwise(1), SECOND_REVIEW.DRAWN_AT)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(r -> r.value1());
        next.ifPresent(id -> assign(id, me));
        return next;
    }

    private Condition free(UUID reviewer) {
        return SECOND_REVIEW
                .REVIEWER
                .isNull()
                .or(SECOND_REVIEW.REVIEWER.eq(reviewer))
                .or(SECOND_REVIEW.ASSIGNED_AT.lt(now().minus(PATIENCE)));
    }

    private void assign(UUID id, CurrentAccount me) {
        db.update(SECOND_REVIEW)
                .set(SECOND_REVIEW.REVIEWER, me.accountId().value())
                .set(SECOND_REVIEW.REVIEWER_NAME, me.displayName())
                .set(SECOND_REVIEW.ASSIGNED_AT, now())
                .where(SECOND_REVIEW.ID.eq(id))
                .execute();
    }

    /** Closes an open one of this reviewer's; false when it is not. */
    boolean close(UUID id, State state, @Nullable String words, CurrentAccount me) {
        return db.update(SECOND_REVIEW)
                        .set(SECOND_REVIEW.STATE, state.name())
                        .set(SECOND_REVIEW.DECIDED_AT, now())
                        .set(SECOND_REVIEW.WORDS_CIPHER, words == null ? null : sealed.seal(words, place(id)))
                        .where(SECOND_REVIEW.ID.eq(id))
                        .and(SECOND_REVIEW.STATE.eq(State.OPEN.name()))
                        .and(SECOND_REVIEW.REVIEWER.eq(me.accountId().value()))
                        .execute()
                == 1;
    }

    @Transactional(readOnly = true)
    Optional<SecondReview> find(UUID id) {
        return list(SECOND_REVIEW.ID.eq(id), 1).stream().findFirst();
    }

    /** What reviewers did not agree on, newest first. */
    @Transactional(readOnly = true)
    List<SecondReview> disagreements(int most) {
        return list(SECOND_REVIEW.STATE.in(State.OVERTURNED.name(), State.DISAGREED.name()), most);
    }

    private List<SecondReview> list(Condition condition, int most) {
        return db.select()
                .from(SECOND_REVIEW)
                .join(REVIEW_DECISION)
                .on(REVIEW_DECISION.ID.eq(SECOND_REVIEW.DECISION_ID))
                .where(condition)
                .orderBy(SECOND_REVIEW.DECIDED_AT.desc(), SECOND_REVIEW.ID)
                .limit(most)
                .fetch(this::secondReview);
    }

    private SecondReview secondReview(Record r) {
        UUID id = r.get(SECOND_REVIEW.ID);
        String words = r.get(SECOND_REVIEW.WORDS_CIPHER);
        OffsetDateTime decidedAt = r.get(SECOND_REVIEW.DECIDED_AT);
        return new SecondReview(
                id,
                new ApplicationId(r.get(REVIEW_DECISION.APPLICATION_ID)),
                new SecondReview.Decided(
                        r.get(REVIEW_DECISION.REVIEWER),
                        r.get(REVIEW_DECISION.REVIEWER_NAME),
                        r.get(REVIEW_DECISION.KIND),
                        r.get(REVIEW_DECISION.DECIDED_AT).toInstant(),
                        r.get(REVIEW_DECISION.VERSION)),
                State.valueOf(r.get(SECOND_REVIEW.STATE)),
                r.get(SECOND_REVIEW.REVIEWER),
                r.get(SECOND_REVIEW.REVIEWER_NAME),
                decidedAt == null ? null : decidedAt.toInstant(),
                words == null ? null : sealed.open(words, place(id), String.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String place(UUID id) {
        return "second-review:" + id;
    }
}
