package io.tanshi.notification.message;

import static io.tanshi.notification.jooq.Tables.MESSAGE;

import io.tanshi.kernel.Ids;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.jooq.tables.records.MessageRecord;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.notification.template.Words;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.PageView;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The stored messages. Every question and every change names whose they are. */
@Repository
@Transactional
class MessageStore {

    private static final String PURPOSE = "notification";

    private final DSLContext db;
    private final DataKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    MessageStore(DSLContext db, DataKeys keys, JsonMapper json, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** A message as its reader sees it. */
    record Message(
            UUID id,
            MessageKind kind,
            Words words,
            String link,
            OffsetDateTime at,
            @Nullable OffsetDateTime readAt) {}

    /** @return false when this recipient was told already */
    boolean add(Announcement news, Recipient recipient, int version, Words words) {
        UUID id = Ids.next();
        return db.insertInto(MESSAGE)
                        .set(MESSAGE.ID, id)
                        .set(MESSAGE.EVENT_KEY, news.eventKey())
                        .set(MESSAGE.RECIPIENT, recipient.id())
                        .set(MESSAGE.KIND, news.kind().name())
                        .set(MESSAGE.TEMPLATE_VERSION, version)
                        .set(
                                MESSAGE.CONTENT_CIPHER,
                                keys.encryptText(PURPOSE, json.writeValueAsString(words), place(id)))
                        .set(MESSAGE.LINK, news.link())
                        .set(MESSAGE.CREATED_AT, now())
                        .onConflict(MESSAGE.EVENT_KEY, MESSAGE.RECIPIENT)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    PageView<Message> of(Recipient recipient, boolean unreadOnly, int page, int size) {
        Condition wanted = own(recipient).and(unreadOnly ? unread() : DSL.noCondition());
        List<Message> found = db.selectFrom(MESSAGE)
                .where(wanted)
                .orderBy(MESSAGE.CREATED_AT.desc(), MESSAGE.ID.desc())
                .limit(size)
                .offset(page * size)
                .fetch(this::message);
        return new PageView<>(found, db.fetchCount(MESSAGE, wanted), page, size);
    }

    @Transactional(readOnly = true)
    int unread(Recipient recipient) {
        return db.fetchCount(MESSAGE, own(recipient).and(unread()));
    }

    /** @return false when the recipient has no such message */
    boolean read(Recipient recipient, UUID id) {
        return db.update(MESSAGE)
                        .set(MESSAGE.READ_AT, DSL.coalesce(MESSAGE.READ_AT, now()))
                        .where(own(recipient))
                        .and(MESSAGE.ID.eq(id))
                        .execute()
                == 1;
    }

    void readAll(Recipient recipient) {
        db.update(MESSAGE)
                .set(MESSAGE.READ_AT, now())
                .where(own(recipient))
                .and(unread())
                .execute();
    }

    /** What both were told is kept once. */
    void follow(Recipient from, Recipient into) {
        db.deleteFrom(MESSAGE)
                .where(own(from))
                .and(MESSAGE.EVENT_KEY.in(
                        DSL.select(MESSAGE.EVENT_KEY).from(MESSAGE).where(own(into))))
                .execute();
        db.update(MESSAGE).set(MESSAGE.RECIPIENT, into.id()).where(own(from)).execute();
    }

    void forget(Recipient recipient) {
        db.deleteFrom(MESSAGE).where(own(recipient)).execute();
    }

    private static Condition own(Recipient recipient) {
        return MESSAGE.RECIPIENT.eq(recipient.id());
    }

    private static Condition unread() {
        return MESSAGE.READ_AT.isNull();
    }

    private Message message(MessageRecord r) {
        return new Message(
                r.getId(),
                MessageKind.valueOf(r.getKind()),
                json.readValue(keys.decryptText(PURPOSE, r.getContentCipher(), place(r.getId())), Words.class),
                r.getLink(),
                r.getCreatedAt(),
                r.getReadAt());
    }

    private static String place(UUID id) {
        return "message:" + id;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
