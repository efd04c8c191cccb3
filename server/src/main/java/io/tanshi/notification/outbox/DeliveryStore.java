package io.tanshi.notification.outbox;

import static io.tanshi.notification.jooq.Tables.DELIVERY;

import io.tanshi.kernel.Ids;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.jooq.tables.records.DeliveryRecord;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.platform.DataKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The outbox. Several senders may empty it at once: each row is claimed by one, before anything leaves. */
@Repository
@Transactional
class DeliveryStore {

    static final String PURPOSE = "notification";

    private final DSLContext db;
    private final DataKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    DeliveryStore(DSLContext db, DataKeys keys, JsonMapper json, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** What a sender has claimed. */
    record Claimed(
            UUID id, Channel channel, MessageKind kind, Recipient recipient, Letter.Content content, int attempts) {}

    /** Hearing of one event twice queues once. */
    void add(Letter letter, Channel channel) {
        UUID id = Ids.next();
        OffsetDateTime now = now();
        db.insertInto(DELIVERY)
                .set(DELIVERY.ID, id)
                .set(DELIVERY.EVENT_KEY, letter.eventKey())
                .set(DELIVERY.RECIPIENT, letter.recipient().id())
                .set(DELIVERY.CANDIDATE, letter.recipient().candidate())
                .set(DELIVERY.CHANNEL, channel.name())
                .set(DELIVERY.KIND, letter.kind().name())
                .set(
                        DELIVERY.CONTENT_CIPHER,
                        keys.encryptText(PURPOSE, json.writeValueAsString(letter.content()), place(id)))
                .set(DELIVERY.STATE, DeliveryState.WAITING.name())
                .set(DELIVERY.CREATED_AT, now)
                .set(DELIVERY.NEXT_ATTEMPT_AT, now)
                .onConflict(DELIVERY.EVENT_KEY, DELIVERY.RECIPIENT, DELIVERY.CHANNEL)
                .doNothing()
                .execute();
    }

    /** Marks what is due as being sent by this sender; committed before the first byte leaves. */
    List<Claimed> claim(UUID sender, Channel channel, int limit) {
        List<UUID> due = db.select(DELIVERY.ID)
                .from(DELIVERY)
                .where(DELIVERY.STATE.eq(DeliveryState.WAITING.name()))
                .and(DELIVERY.CHANNEL.eq(channel.name()))
                .and(DELIVERY.NEXT_ATTEMPT_AT.le(now()))
                .orderBy(DELIVERY.NEXT_ATTEMPT_AT, DELIVERY.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(DELIVERY.ID);
        db.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.SENDING.name())
                .set(DELIVERY.CLAIMED_BY, sender)
                .set(DELIVERY.CLAIMED_AT, now())
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .where(DELIVERY.ID.in(due))
                .execute();
        return db.selectFrom(DELIVERY)
                .where(DELIVERY.ID.in(due))
                .orderBy(DELIVERY.ID)
                .fetch(this::claimed);
    }

    void sent(UUID id) {
        finish(id, DeliveryState.SENT, null, null);
    }

    void failed(UUID id, Trouble trouble, @Nullable Integer code) {
        finish(id, DeliveryState.FAILED, trouble, code);
    }

    void uncertain(UUID id, Trouble trouble) {
        finish(id, DeliveryState.UNCERTAIN, trouble, null);
    }

    void later(UUID id, Duration pause, Trouble trouble, @Nullable Integer code) {
        db.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.WAITING.name())
                .set(DELIVERY.NEXT_ATTEMPT_AT, now().plus(pause))
                .setNull(DELIVERY.CLAIMED_BY)
                .setNull(DELIVERY.CLAIMED_AT)
                .set(DELIVERY.TROUBLE, trouble.name())
                .set(DELIVERY.REPLY_CODE, code)
                .where(sending(id))
                .execute();
    }

    private void finish(UUID id, DeliveryState state, @Nullable Trouble trouble, @Nullable Integer code) {
        db.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .set(DELIVERY.FINISHED_AT, now())
                .set(DELIVERY.TROUBLE, trouble == null ? null : trouble.name())
                .set(DELIVERY.REPLY_CODE, code)
                .where(sending(id))
                .execute();
    }

    private static Condition sending(UUID id) {
        return DELIVERY.ID.eq(id).and(DELIVERY.STATE.eq(DeliveryState.SENDING.name()));
    }

    /**
     * What nobody is sending any more: the claims of this sender, which sends nothing while it asks, and those of others
     * that are older than any hand-over lasts. Nobody knows whether it was taken.
     *
     * @return how many
     */
    int abandon(UUID sender, Duration longest) {
        return db.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.UNCERTAIN.name())
                .set(DELIVERY.FINISHED_AT, now())
                .set(DELIVERY.TROUBLE, Trouble.INTERRUPTED.name())
                .where(DELIVERY.STATE.eq(DeliveryState.SENDING.name()))
                .and(DELIVERY.CLAIMED_BY.eq(sender).or(DELIVERY.CLAIMED_AT.lt(now().minus(longest))))
                .execute();
    }

    /** A person decided that it goes out again, or that it did arrive. */
    boolean decide(UUID id, Set<DeliveryState> from, DeliveryState to) {
        return db.update(DELIVERY)
                        .set(DELIVERY.STATE, to.name())
                        .set(DELIVERY.ATTEMPTS, 0)
                        .set(DELIVERY.NEXT_ATTEMPT_AT, now())
                        .setNull(DELIVERY.CLAIMED_BY)
                        .setNull(DELIVERY.CLAIMED_AT)
                        .setNull(DELIVERY.TROUBLE)
                        .setNull(DELIVERY.REPLY_CODE)
                        .where(DELIVERY.ID.eq(id))
                        .and(DELIVERY.STATE.in(from.stream().map(Enum::name).toList()))
                        .execute()
                == 1;
    }

    void follow(Recipient from, Recipient into) {
        var twin = DELIVERY.as("twin");
        db.deleteFrom(DELIVERY)
                .where(DELIVERY.RECIPIENT.eq(from.id()))
                .and(DSL.exists(DSL.selectOne()
                        .from(twin)
                        .where(twin.RECIPIENT.eq(into.id()))
                        .and(twin.EVENT_KEY.eq(DELIVERY.EVENT_KEY))
                        .and(twin.CHANNEL.eq(DELIVERY.CHANNEL))))
                .execute();
        db.update(DELIVERY)
                .set(DELIVERY.RECIPIENT, into.id())
                .where(DELIVERY.RECIPIENT.eq(from.id()))
                .execute();
    }

    void forget(Recipient recipient) {
        db.deleteFrom(DELIVERY).where(DELIVERY.RECIPIENT.eq(recipient.id())).execute();
    }

    private Claimed claimed(DeliveryRecord r) {
        return new Claimed(
                r.getId(),
                Channel.valueOf(r.getChannel()),
                MessageKind.valueOf(r.getKind()),
                new Recipient(r.getRecipient(), r.getCandidate()),
                json.readValue(keys.decryptText(PURPOSE, r.getContentCipher(), place(r.getId())), Letter.Content.class),
                r.getAttempts());
    }

    private static String place(UUID id) {
        return "delivery:" + id;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
