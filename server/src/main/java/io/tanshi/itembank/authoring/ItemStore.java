package io.tanshi.itembank.authoring;

import static io.tanshi.itembank.jooq.Tables.ITEM;
import static io.tanshi.itembank.jooq.Tables.ITEM_SERIES;
import static io.tanshi.itembank.jooq.Tables.ITEM_SOLUTION;
import static io.tanshi.itembank.jooq.Tables.ITEM_VERSION;
import static io.tanshi.itembank.jooq.Tables.VERSION_HISTORY;

import io.tanshi.audit.Actor;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.jooq.tables.records.ItemRecord;
import io.tanshi.kernel.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Stores items, their versions and every change of state. */
@Repository
class ItemStore {

    private final DSLContext db;
    private final Clock clock;

    ItemStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Gives out the next code of a topic and type, {@code T3-M-007}. */
    String nextCode(String topic, ItemType type) {
        Integer number = db.insertInto(ITEM_SERIES)
                .set(ITEM_SERIES.TOPIC, topic)
                .set(ITEM_SERIES.TYPE, type.name())
                .set(ITEM_SERIES.LAST_NUMBER, 1)
                .onDuplicateKeyUpdate()
                .set(ITEM_SERIES.LAST_NUMBER, ITEM_SERIES.LAST_NUMBER.plus(1))
                .returningResult(ITEM_SERIES.LAST_NUMBER)
                .fetchSingle(ITEM_SERIES.LAST_NUMBER);
        return "%s-%c-%03d".formatted(topic, type.letter(), Objects.requireNonNull(number));
    }

    /** Keeps the series ahead of a code that was given elsewhere. */
    void reserve(String topic, ItemType type, int number) {
        db.insertInto(ITEM_SERIES)
                .set(ITEM_SERIES.TOPIC, topic)
                .set(ITEM_SERIES.TYPE, type.name())
                .set(ITEM_SERIES.LAST_NUMBER, number)
                .onDuplicateKeyUpdate()
                .set(ITEM_SERIES.LAST_NUMBER, DSL.greatest(ITEM_SERIES.LAST_NUMBER, DSL.val(number)))
                .execute();
    }

    Set<String> codes() {
        return db.select(ITEM.CODE).from(ITEM).fetchSet(ITEM.CODE);
    }

    Item create(String code, ItemType type, String topic) {
        ItemId id = ItemId.next();
        db.insertInto(ITEM)
                .set(ITEM.ID, id.value())
                .set(ITEM.CODE, code)
                .set(ITEM.TYPE, type.name())
                .set(ITEM.TOPIC, topic)
                .set(ITEM.CREATED_AT, now())
                .execute();
        return new Item(id, code, type, topic, List.of());
    }

    Optional<Item> find(ItemId id) {
        return db.selectFrom(ITEM).where(ITEM.ID.eq(id.value())).fetchOptional().map(this::item);
    }

    /** Reads an item and keeps others from changing it until the transaction ends. */
    Optional<Item> lock(ItemId id) {
        return db.selectFrom(ITEM)
                .where(ITEM.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional()
                .map(this::item);
    }

    private Item item(ItemRecord row) {
        List<Item.Version> versions = db.selectFrom(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_ID.eq(row.getId()))
                .orderBy(ITEM_VERSION.NUMBER)
                .fetch(v -> new Item.Version(
                        new ItemVersionId(v.getId()),
                        v.getNumber(),
                        VersionStatus.valueOf(v.getStatus()),
                        v.getWrittenBy()));
        return new Item(
                new ItemId(row.getId()), row.getCode(), ItemType.valueOf(row.getType()), row.getTopic(), versions);
    }

    /** Stores a new version with its content, after the changes that made room for it. */
    void store(Item item, Item.Version draft, ItemContent content, Actor by) {
        storeMoves(item, by);
        db.insertInto(ITEM_VERSION)
                .set(ITEM_VERSION.ID, draft.id().value())
                .set(ITEM_VERSION.ITEM_ID, item.id().value())
                .set(ITEM_VERSION.NUMBER, draft.number())
                .set(ITEM_VERSION.STATUS, draft.status().name())
                .set(ITEM_VERSION.STEM, content.stem())
                .set(ITEM_VERSION.OPTIONS, ContentJson.write(content.options()))
                .set(ITEM_VERSION.WRITTEN_BY, by.id())
                .set(ITEM_VERSION.WRITTEN_BY_LABEL, by.label())
                .set(ITEM_VERSION.WRITTEN_AT, now())
                .execute();
        storeSolution(draft.id(), content);
        history(draft.id(), "WRITE", null, draft.status(), by, null);
    }

    private void storeSolution(ItemVersionId version, ItemContent content) {
        db.insertInto(ITEM_SOLUTION)
                .set(ITEM_SOLUTION.VERSION_ID, version.value())
                .set(ITEM_SOLUTION.POINT, content.point())
                .set(ITEM_SOLUTION.DIFFICULTY, content.difficulty())
                .set(ITEM_SOLUTION.CORRECT, ContentJson.write(content.key()))
                .set(ITEM_SOLUTION.RATIONALE, content.rationale())
                .set(ITEM_SOLUTION.MARKING_POINTS, ContentJson.write(content.scheme()))
                .set(ITEM_SOLUTION.MODEL_ANSWER, content.modelAnswer())
                .set(ITEM_SOLUTION.SOURCE_DOCUMENT, content.source().document())
                .set(ITEM_SOLUTION.SOURCE_CLAUSE, content.source().clause())
                .set(ITEM_SOLUTION.SOURCE_EDITION, content.source().edition())
                .execute();
    }

    /** Stores the changes of state that the item has made since it was read. */
    void storeMoves(Item item, Actor by) {
        for (Item.Move move : item.moves()) {
            db.update(ITEM_VERSION)
                    .set(ITEM_VERSION.STATUS, move.to().name())
                    .where(ITEM_VERSION.ID.eq(move.version().value()))
                    .execute();
            history(move.version(), move.verb().name(), move.from(), move.to(), by, move.reason());
        }
    }

    private void history(
            ItemVersionId version,
            String verb,
            @Nullable VersionStatus from,
            VersionStatus to,
            Actor by,
            @Nullable String reason) {
        db.insertInto(VERSION_HISTORY)
                .set(VERSION_HISTORY.ID, Ids.next())
                .set(VERSION_HISTORY.VERSION_ID, version.value())
                .set(VERSION_HISTORY.VERB, verb)
                .set(VERSION_HISTORY.FROM_STATUS, from == null ? null : from.name())
                .set(VERSION_HISTORY.TO_STATUS, to.name())
                .set(VERSION_HISTORY.AT, now())
                .set(VERSION_HISTORY.BY_ACCOUNT, by.id())
                .set(VERSION_HISTORY.BY_LABEL, by.label())
                .set(VERSION_HISTORY.REASON, reason)
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
