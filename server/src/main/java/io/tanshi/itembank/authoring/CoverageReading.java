package io.tanshi.itembank.authoring;

import static io.tanshi.itembank.jooq.Tables.ITEM;
import static io.tanshi.itembank.jooq.Tables.ITEM_VERSION;

import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.authoring.ItemViews.ItemCoverage;
import io.tanshi.itembank.authoring.ItemViews.PointName;
import io.tanshi.itembank.authoring.ItemViews.TopicCoverage;
import io.tanshi.itembank.authoring.ItemViews.TypeCoverage;
import io.tanshi.programme.Syllabus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Counts the bank by topic, type and standing. */
@Repository
class CoverageReading {

    private final DSLContext db;
    private final SyllabusPoints points;

    CoverageReading(DSLContext db, SyllabusPoints points) {
        this.db = db;
        this.points = points;
    }

    private record Cell(String topic, ItemType type) {}

    ItemCoverage coverage() {
        Map<Cell, TypeCoverage> counts = counts();
        return new ItemCoverage(
                points.topics().stream().map(topic -> topic(topic, counts)).toList());
    }

    private Map<Cell, TypeCoverage> counts() {
        Field<Integer> approved = DSL.count().filterWhere(ITEM_VERSION.STATUS.eq("APPROVED"));
        Field<Integer> open = DSL.count().filterWhere(ITEM_VERSION.STATUS.in("DRAFT", "RETURNED"));
        return db.select(ITEM.TOPIC, ITEM.TYPE, approved, open)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_ID.eq(ITEM.ID))
                .groupBy(ITEM.TOPIC, ITEM.TYPE)
                .fetchMap(
                        row -> new Cell(row.value1(), ItemType.valueOf(row.value2())),
                        row -> new TypeCoverage(ItemType.valueOf(row.value2()), row.value3(), row.value4()));
    }

    private static TopicCoverage topic(Syllabus.Topic topic, Map<Cell, TypeCoverage> counts) {
        List<TypeCoverage> cells = Arrays.stream(ItemType.values())
                .map(type -> counts.getOrDefault(new Cell(topic.code(), type), new TypeCoverage(type, 0, 0)))
                .toList();
        List<PointName> names = topic.points().stream()
                .map(p -> new PointName(p.code(), p.title()))
                .toList();
        return new TopicCoverage(topic.code(), topic.title(), names, cells);
    }
}
