package io.tanshi.exam.seating;

import static io.tanshi.exam.jooq.Tables.ROOM;
import static io.tanshi.exam.jooq.Tables.SITE;

import io.tanshi.exam.RoomId;
import io.tanshi.exam.jooq.tables.records.RoomRecord;
import io.tanshi.platform.DataKeys;
import io.tanshi.programme.SittingId;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

/** The stored rooms; a room's code is encrypted, and compared by its keyed hash. */
@Repository
class RoomStore {

    private static final String PURPOSE = "exam.room-code";

    private final DSLContext db;
    private final DataKeys keys;

    RoomStore(DSLContext db, DataKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** Keeps everyone else from changing rooms, seats and admissions of the sitting until the transaction ends. */
    void lock(SittingId sitting) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended(?, 2))", "exam.seating " + sitting);
    }

    /** @return false when the sitting has a room of that name on that site */
    boolean add(Room room, Instant at) {
        return db.insertInto(ROOM)
                        .set(ROOM.ID, room.id().value())
                        .set(ROOM.SITTING_ID, room.sittingId().value())
                        .set(ROOM.SITE_ID, room.site().id())
                        .set(ROOM.NAME, room.name())
                        .set(ROOM.CAPACITY, room.capacity())
                        .set(ROOM.CODE_CIPHER, cipher(room.id(), room.code()))
                        .set(ROOM.CODE_INDEX, index(room.id(), room.code()))
                        .set(ROOM.CREATED_AT, at.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Room> find(RoomId id) {
        return select(ROOM.ID.eq(id.value())).fetchOptional(this::read);
    }

    /** By site and name. */
    List<Room> ofSitting(SittingId sitting) {
        return select(ROOM.SITTING_ID.eq(sitting.value()))
                .orderBy(SITE.NAME, ROOM.NAME)
                .fetch(this::read);
    }

    private SelectConditionStep<Record> select(Condition condition) {
        return db.select(ROOM.fields())
                .select(SITE.fields())
                .from(ROOM)
                .join(SITE)
                .on(SITE.ID.eq(ROOM.SITE_ID))
                .where(condition);
    }

    void resize(RoomId id, int capacity) {
        db.update(ROOM)
                .set(ROOM.CAPACITY, capacity)
                .where(ROOM.ID.eq(id.value()))
                .execute();
    }

    void setCode(RoomId id, String code) {
        db.update(ROOM)
                .set(ROOM.CODE_CIPHER, cipher(id, code))
                .set(ROOM.CODE_INDEX, index(id, code))
                .where(ROOM.ID.eq(id.value()))
                .execute();
    }

    void remove(RoomId id) {
        db.deleteFrom(ROOM).where(ROOM.ID.eq(id.value())).execute();
    }

    /** Whether this is the room's code; compared in constant time. */
    boolean codeMatches(RoomId id, String typed) {
        byte[] wanted = index(id, RoomCode.normal(typed));
        return db.select(ROOM.CODE_INDEX)
                .from(ROOM)
                .where(ROOM.ID.eq(id.value()))
                .fetchOptional(ROOM.CODE_INDEX)
                .map(stored -> MessageDigest.isEqual(stored, wanted))
                .orElse(false);
    }

    private String cipher(RoomId id, String code) {
        return keys.encryptText(PURPOSE, code, id.toString());
    }

    private byte[] index(RoomId id, String code) {
        return keys.blindIndex(PURPOSE, id + ":" + code);
    }

    private Room read(Record joined) {
        RoomRecord row = joined.into(ROOM);
        RoomId id = new RoomId(row.getId());
        return new Room(
                id,
                new SittingId(row.getSittingId()),
                SiteStore.read(joined.into(SITE)),
                row.getName(),
                row.getCapacity(),
                keys.decryptText(PURPOSE, row.getCodeCipher(), id.toString()));
    }
}
