package io.tanshi.itembank.pool;

import static io.tanshi.itembank.jooq.Tables.ITEM_SOLUTION;

import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.jooq.tables.records.ItemSolutionRecord;
import io.tanshi.itembank.scoring.ItemScoring;
import io.tanshi.itembank.scoring.MarkingPoint;
import io.tanshi.kernel.Score;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
@Transactional(readOnly = true)
class StoredScoring implements ItemScoring {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Set<String>> KEY = new TypeReference<>() {};
    private static final TypeReference<List<StoredPoint>> POINTS = new TypeReference<>() {};

    private final DSLContext db;

    StoredScoring(DSLContext db) {
        this.db = db;
    }

    private record StoredPoint(String text, BigDecimal points, List<String> keywords) {
        MarkingPoint point() {
            return new MarkingPoint(text, new Score(points), keywords);
        }
    }

    @Override
    public Set<String> key(ItemVersionId id) {
        return key(solution(id).getCorrect());
    }

    @Override
    public Map<ItemVersionId, Set<String>> keys(Collection<ItemVersionId> ids) {
        Set<UUID> wanted = new HashSet<>(ids.stream().map(ItemVersionId::value).toList());
        Map<ItemVersionId, Set<String>> keys = new HashMap<>();
        db.select(ITEM_SOLUTION.VERSION_ID, ITEM_SOLUTION.CORRECT)
                .from(ITEM_SOLUTION)
                .where(ITEM_SOLUTION.VERSION_ID.in(wanted))
                .forEach(row -> keys.put(new ItemVersionId(row.value1()), key(row.value2())));
        if (keys.size() != wanted.size()) {
            throw new NoSuchElementException("Some of the item versions do not exist");
        }
        return Map.copyOf(keys);
    }

    @Override
    public List<MarkingPoint> markingPoints(ItemVersionId id) {
        return JSON.readValue(solution(id).getMarkingPoints().data(), POINTS).stream()
                .map(StoredPoint::point)
                .toList();
    }

    @Override
    public String modelAnswer(ItemVersionId id) {
        return solution(id).getModelAnswer();
    }

    @Override
    public String rationale(ItemVersionId id) {
        return solution(id).getRationale();
    }

    private ItemSolutionRecord solution(ItemVersionId id) {
        return db.selectFrom(ITEM_SOLUTION)
                .where(ITEM_SOLUTION.VERSION_ID.eq(id.value()))
                .fetchOptional()
                .orElseThrow(() -> new NoSuchElementException("No item version " + id));
    }

    private static Set<String> key(JSONB column) {
        return JSON.readValue(column.data(), KEY);
    }
}
