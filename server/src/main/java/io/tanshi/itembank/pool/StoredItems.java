package io.tanshi.itembank.pool;

import static io.tanshi.itembank.jooq.Tables.ENEMY;
import static io.tanshi.itembank.jooq.Tables.ITEM;
import static io.tanshi.itembank.jooq.Tables.ITEM_SOLUTION;
import static io.tanshi.itembank.jooq.Tables.ITEM_VERSION;

import io.tanshi.itembank.CandidateItem;
import io.tanshi.itembank.CandidateItem.Option;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.Items;
import io.tanshi.itembank.PoolEntry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The candidate-safe reading of the bank; it joins no solution except for the difficulty of the pool. */
@Repository
class StoredItems implements Items {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Option>> OPTIONS = new TypeReference<>() {};

    private final DSLContext db;
    private final Clock clock;

    StoredItems(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CandidateItem> candidateItems(Collection<ItemVersionId> ids) {
        Map<UUID, CandidateItem> found = db.select(ITEM_VERSION.ID, ITEM.TYPE, ITEM_VERSION.STEM, ITEM_VERSION.OPTIONS)
                .from(ITEM_VERSION)
                .join(ITEM)
                .on(ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
                .where(ITEM_VERSION.ID.in(values(ids)))
                .fetchMap(ITEM_VERSION.ID, StoredItems::candidateItem);
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id.value()))
                        .orElseThrow(() -> new NoSuchElementException("No item version " + id)))
                .toList();
    }

    private static CandidateItem candidateItem(Record row) {
        return new CandidateItem(
                new ItemVersionId(row.get(ITEM_VERSION.ID)),
                ItemType.valueOf(row.get(ITEM.TYPE)),
                row.get(ITEM_VERSION.STEM),
                options(row.get(ITEM_VERSION.OPTIONS)));
    }

    private static List<Option> options(JSONB column) {
        return JSON.readValue(column.data(), OPTIONS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PoolEntry> pool() {
        Map<String, Set<String>> enemies = enemies();
        return db.select(ITEM_VERSION.ID, ITEM.CODE, ITEM.TYPE, ITEM.TOPIC, ITEM_SOLUTION.DIFFICULTY)
                .from(ITEM_VERSION)
                .join(ITEM)
                .on(ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
                .join(ITEM_SOLUTION)
                .on(ITEM_SOLUTION.VERSION_ID.eq(ITEM_VERSION.ID))
                .where(ITEM_VERSION.STATUS.eq("APPROVED"))
                .orderBy(ITEM.CODE)
                .fetch(row -> new PoolEntry(
                        new ItemVersionId(row.get(ITEM_VERSION.ID)),
                        row.get(ITEM.CODE),
                        ItemType.valueOf(row.get(ITEM.TYPE)),
                        row.get(ITEM.TOPIC),
                        row.get(ITEM_SOLUTION.DIFFICULTY),
                        enemies.getOrDefault(row.get(ITEM.CODE), Set.of())));
    }

    private Map<String, Set<String>> enemies() {
        Map<String, Set<String>> enemies = new HashMap<>();
        db.selectFrom(ENEMY).forEach(pair -> {
            enemies.computeIfAbsent(pair.getCode(), c -> new HashSet<>()).add(pair.getEnemyCode());
            enemies.computeIfAbsent(pair.getEnemyCode(), c -> new HashSet<>()).add(pair.getCode());
        });
        return enemies;
    }

    @Override
    @Transactional
    public void markUsed(Collection<ItemVersionId> ids) {
        Set<UUID> wanted = new HashSet<>(values(ids));
        Set<UUID> approved = db.select(ITEM_VERSION.ID)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ID.in(wanted).and(ITEM_VERSION.STATUS.eq("APPROVED")))
                .forUpdate()
                .fetchSet(ITEM_VERSION.ID);
        if (approved.size() != wanted.size()) {
            wanted.removeAll(approved);
            throw new IllegalStateException("Not approved, so not to be used in a form: " + wanted);
        }
        db.update(ITEM_VERSION)
                .set(ITEM_VERSION.USED_AT, OffsetDateTime.now(clock))
                .where(ITEM_VERSION.ID.in(wanted).and(ITEM_VERSION.USED_AT.isNull()))
                .execute();
    }

    private static List<UUID> values(Collection<ItemVersionId> ids) {
        return ids.stream().map(ItemVersionId::value).toList();
    }
}
