package io.tanshi.itembank.authoring;

import static io.tanshi.itembank.jooq.Tables.ITEM;
import static io.tanshi.itembank.jooq.Tables.ITEM_SOLUTION;
import static io.tanshi.itembank.jooq.Tables.ITEM_VERSION;
import static io.tanshi.itembank.jooq.Tables.VERSION_HISTORY;

import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.authoring.ItemContent.Source;
import io.tanshi.itembank.authoring.ItemViews.ItemHistoryRow;
import io.tanshi.itembank.authoring.ItemViews.ItemRow;
import io.tanshi.itembank.authoring.ItemViews.ItemVersionRow;
import io.tanshi.itembank.jooq.tables.ItemVersion;
import io.tanshi.platform.PageView;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What the author's screens show, read straight from the tables. */
@Repository
class ItemReading {

    private static final ItemVersion LATER = ITEM_VERSION.as("later");
    private static final ItemVersion APPROVED = ITEM_VERSION.as("approved");
    private static final Field<Integer> APPROVED_NUMBER = DSL.field(DSL.select(APPROVED.NUMBER)
                    .from(APPROVED)
                    .where(APPROVED.ITEM_ID.eq(ITEM.ID).and(APPROVED.STATUS.eq(VersionStatus.APPROVED.name()))))
            .as("approved_number");
    private static final Field<Boolean> USED = DSL.field(DSL.exists(DSL.selectOne()
                    .from(APPROVED)
                    .where(APPROVED.ITEM_ID.eq(ITEM.ID).and(APPROVED.USED_AT.isNotNull()))))
            .as("used");

    private final DSLContext db;
    private final Clock clock;

    ItemReading(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What to list; every part that is absent lets all pass. */
    record Filter(
            @Nullable String topic,
            @Nullable ItemType type,
            @Nullable VersionStatus status,
            @Nullable String text) {}

    PageView<ItemRow> list(Filter filter, int page, int size) {
        Condition which = latestOnly().and(condition(filter));
        int total = db.fetchCount(ITEM.join(ITEM_VERSION).on(ITEM_VERSION.ITEM_ID.eq(ITEM.ID)), which);
        List<ItemRow> rows = db.select(ITEM.fields())
                .select(ITEM_VERSION.fields())
                .select(ITEM_SOLUTION.POINT, ITEM_SOLUTION.DIFFICULTY, APPROVED_NUMBER, USED)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_ID.eq(ITEM.ID))
                .join(ITEM_SOLUTION)
                .on(ITEM_SOLUTION.VERSION_ID.eq(ITEM_VERSION.ID))
                .where(which)
                .orderBy(ITEM.CODE)
                .limit(size)
                .offset(page * size)
                .fetch(this::row);
        return new PageView<>(rows, total, page, size);
    }

    private static Condition latestOnly() {
        return DSL.notExists(DSL.selectOne()
                .from(LATER)
                .where(LATER.ITEM_ID.eq(ITEM_VERSION.ITEM_ID).and(LATER.NUMBER.gt(ITEM_VERSION.NUMBER))));
    }

    private static Condition condition(Filter filter) {
        Condition condition = DSL.noCondition();
        if (filter.topic() != null) {
            condition = condition.and(ITEM.TOPIC.eq(filter.topic()));
        }
        if (filter.type() != null) {
            condition = condition.and(ITEM.TYPE.eq(filter.type().name()));
        }
        if (filter.status() != null) {
            condition = condition.and(standing(filter.status()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            String text = filter.text().strip();
            condition =
                    condition.and(ITEM_VERSION.STEM.containsIgnoreCase(text).or(ITEM.CODE.containsIgnoreCase(text)));
        }
        return condition;
    }

    // An approved version stays in use while a newer draft is open, so "approved" asks for any version.
    private static Condition standing(VersionStatus status) {
        if (status != VersionStatus.APPROVED) {
            return ITEM_VERSION.STATUS.eq(status.name());
        }
        return DSL.exists(DSL.selectOne()
                .from(APPROVED)
                .where(APPROVED.ITEM_ID.eq(ITEM.ID).and(APPROVED.STATUS.eq(status.name()))));
    }

    private ItemRow row(Record row) {
        VersionStatus status = VersionStatus.valueOf(row.get(ITEM_VERSION.STATUS));
        return new ItemRow(
                new ItemId(row.get(ITEM.ID)),
                row.get(ITEM.CODE),
                ItemType.valueOf(row.get(ITEM.TYPE)),
                row.get(ITEM.TOPIC),
                row.get(ITEM_SOLUTION.POINT),
                row.get(ITEM_SOLUTION.DIFFICULTY),
                row.get(ITEM_VERSION.STEM),
                row.get(ITEM_VERSION.NUMBER),
                status,
                status.label(),
                row.get(APPROVED_NUMBER),
                row.get(USED),
                row.get(ITEM_VERSION.WRITTEN_BY_LABEL),
                local(row.get(ITEM_VERSION.WRITTEN_AT)));
    }

    /** The versions of an item, newest first. */
    List<ItemVersionRow> versions(ItemId item) {
        return db.selectFrom(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_ID.eq(item.value()))
                .orderBy(ITEM_VERSION.NUMBER.desc())
                .fetch(v -> {
                    VersionStatus status = VersionStatus.valueOf(v.getStatus());
                    return new ItemVersionRow(
                            new ItemVersionId(v.getId()),
                            v.getNumber(),
                            status,
                            status.label(),
                            v.getWrittenByLabel(),
                            local(v.getWrittenAt()),
                            v.getUsedAt() != null);
                });
    }

    /** Everything that was done to an item, newest first. */
    List<ItemHistoryRow> history(ItemId item) {
        return db.select(VERSION_HISTORY.fields())
                .select(ITEM_VERSION.NUMBER)
                .from(VERSION_HISTORY)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ID.eq(VERSION_HISTORY.VERSION_ID))
                .where(ITEM_VERSION.ITEM_ID.eq(item.value()))
                .orderBy(VERSION_HISTORY.AT.desc(), VERSION_HISTORY.ID.desc())
                .fetch(h -> new ItemHistoryRow(
                        h.get(ITEM_VERSION.NUMBER),
                        VersionStatus.valueOf(h.get(VERSION_HISTORY.TO_STATUS)).label(),
                        local(h.get(VERSION_HISTORY.AT)),
                        h.get(VERSION_HISTORY.BY_LABEL),
                        h.get(VERSION_HISTORY.REASON)));
    }

    Optional<ItemContent> content(ItemVersionId version) {
        return db.select(ITEM_VERSION.STEM, ITEM_VERSION.OPTIONS)
                .select(ITEM_SOLUTION.fields())
                .from(ITEM_VERSION)
                .join(ITEM_SOLUTION)
                .on(ITEM_SOLUTION.VERSION_ID.eq(ITEM_VERSION.ID))
                .where(ITEM_VERSION.ID.eq(version.value()))
                .fetchOptional(ItemReading::content);
    }

    private static ItemContent content(Record row) {
        return new ItemContent(
                row.get(ITEM_SOLUTION.POINT),
                row.get(ITEM_SOLUTION.DIFFICULTY),
                row.get(ITEM_VERSION.STEM),
                ContentJson.options(row.get(ITEM_VERSION.OPTIONS)),
                ContentJson.strings(row.get(ITEM_SOLUTION.CORRECT)),
                row.get(ITEM_SOLUTION.RATIONALE),
                ContentJson.scheme(row.get(ITEM_SOLUTION.MARKING_POINTS)),
                row.get(ITEM_SOLUTION.MODEL_ANSWER),
                new Source(
                        row.get(ITEM_SOLUTION.SOURCE_DOCUMENT),
                        row.get(ITEM_SOLUTION.SOURCE_CLAUSE),
                        row.get(ITEM_SOLUTION.SOURCE_EDITION)));
    }

    /** Who wrote a version, as shown. */
    String writer(ItemVersionId version) {
        return Objects.requireNonNull(db.select(ITEM_VERSION.WRITTEN_BY_LABEL)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ID.eq(version.value()))
                .fetchSingle(ITEM_VERSION.WRITTEN_BY_LABEL));
    }

    private OffsetDateTime local(OffsetDateTime stored) {
        return stored.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }
}
