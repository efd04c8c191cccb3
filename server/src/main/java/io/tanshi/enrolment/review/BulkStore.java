package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.BULK;
import static io.tanshi.enrolment.jooq.Tables.BULK_ITEM;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores which applications are to be approved together and which of them a person looks at. */
@Repository
@Transactional
class BulkStore {

    /** @param items whether each application is one of the sample */
    record Bulk(UUID id, Instant openedAt, boolean approved, Map<UUID, Boolean> items) {

        List<UUID> sample() {
            return items.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        List<UUID> rest() {
            return items.entrySet().stream()
                    .filter(e -> !e.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private final DSLContext db;
    private final Clock clock;

    BulkStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    UUID insert(Collection<UUID> applications, Set<UUID> sample, CurrentAccount me) {
        UUID id = Ids.next();
        db.insertInto(BULK)
                .set(BULK.ID, id)
                .set(BULK.REVIEWER, me.accountId().value())
                .set(BULK.OPENED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        db.batchInsert(applications.stream()
                        .map(application -> {
                            var row = db.newRecord(BULK_ITEM);
                            row.setBulkId(id);
                            row.setApplicationId(application);
                            row.setSampled(sample.contains(application));
                            return row;
                        })
                        .toList())
                .execute();
        return id;
    }

    /** One of the reviewer's own. */
    Optional<Bulk> find(UUID id, CurrentAccount me) {
        return db.selectFrom(BULK)
                .where(BULK.ID.eq(id))
                .and(BULK.REVIEWER.eq(me.accountId().value()))
                .fetchOptional(r -> new Bulk(id, r.getOpenedAt().toInstant(), r.getApprovedAt() != null, items(id)));
    }

    private Map<UUID, Boolean> items(UUID id) {
        return db.select(BULK_ITEM.APPLICATION_ID, BULK_ITEM.SAMPLED)
                .from(BULK_ITEM)
                .where(BULK_ITEM.BULK_ID.eq(id))
                .orderBy(BULK_ITEM.APPLICATION_ID)
                .fetchMap(BULK_ITEM.APPLICATION_ID, BULK_ITEM.SAMPLED);
    }

    /** Those of the applications that were drawn for this reviewer before and are not yet approved with their set. */
    List<UUID> drawnBefore(Collection<UUID> applications, CurrentAccount me) {
        return db.selectDistinct(BULK_ITEM.APPLICATION_ID)
                .from(BULK_ITEM)
                .join(BULK)
                .on(BULK.ID.eq(BULK_ITEM.BULK_ID))
                .where(BULK.REVIEWER.eq(me.accountId().value()))
                .and(BULK.APPROVED_AT.isNull())
                .and(BULK_ITEM.SAMPLED)
                .and(BULK_ITEM.APPLICATION_ID.in(applications))
                .fetch(BULK_ITEM.APPLICATION_ID);
    }

    void approved(UUID id) {
        db.update(BULK)
                .set(BULK.APPROVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(BULK.ID.eq(id))
                .execute();
    }

    void reopened(UUID id) {
        db.update(BULK).setNull(BULK.APPROVED_AT).where(BULK.ID.eq(id)).execute();
    }
}
