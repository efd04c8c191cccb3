package io.tanshi.platform.crypto;

import io.tanshi.kernel.Ids;
import io.tanshi.platform.KeyRotation;
import io.tanshi.platform.SealedColumns;
import io.tanshi.platform.SealedPlace;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class Rotation implements KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(Rotation.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final WrappedDataKeys keys;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final List<SealedPlace> places;
    private final AtomicBoolean working = new AtomicBoolean();

    Rotation(
            JdbcClient jdbc,
            WrappedDataKeys keys,
            PlatformTransactionManager manager,
            Clock clock,
            ObjectProvider<SealedColumns> columns,
            ObjectProvider<SealedPlace> others) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.places = new ArrayList<>(others.orderedStream().toList());
        columns.orderedStream()
                .forEach(group -> group.columns()
                        .forEach(column ->
                                places.add(new ColumnPlace(group.label(), column, keys, jdbc, transactions))));
    }

    private record Row(
            UUID id,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime renewedAt,
            @Nullable OffsetDateTime droppedAt) {}

    List<SealedPlace> sealedPlaces() {
        return places;
    }

    @Override
    public Progress progress() {
        Optional<Row> last = jdbc.sql(
                        "select id, started_at, renewed_at, dropped_at from platform.key_rotation order by started_at desc limit 1")
                .query(Row.class)
                .optional();
        return new Progress(
                last.map(Row::startedAt).map(OffsetDateTime::toInstant).orElse(null),
                last.map(Row::renewedAt).map(OffsetDateTime::toInstant).orElse(null),
                last.map(Row::droppedAt).map(OffsetDateTime::toInstant).orElse(null),
                working.get());
    }

    @Override
    public List<Place> places() {
        return places.stream()
                .map(place -> new Place(place.label(), place.total(), place.outdated()))
                .toList();
    }

    @Override
    public List<Key> keys() {
        return keys.versions().entrySet().stream()
                .map(key -> new Key(key.getKey(), key.getValue()))
                .toList();
    }

    @Override
    public boolean begin() {
        int begun = jdbc.sql("insert into platform.key_rotation (id, started_at) values (:id, :at) on conflict do nothing")
                .param("id", Ids.next())
                .param("at", now())
                .update();
        if (begun == 0) {
            return false;
        }
        keys.addKeys();
        return true;
    }

    @Override
    public void resume() {
        if (isUnderWay()) {
            Thread.ofVirtual().name("key-rotation").start(() -> {
                try {
                    renewAll(_ -> {});
                } catch (RuntimeException e) {
                    log.error("更换密钥中断，下次启动时继续 / the rotation of keys stopped; it goes on at the next start", e);
                }
            });
        }
    }

    private boolean isUnderWay() {
        return jdbc.sql("select count(*) from platform.key_rotation where dropped_at is null")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void renewAll(LongConsumer renewed) {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            // Keys cached before the transaction of begin() was committed are of no use any more.
            keys.forget();
            long count = 0;
            for (SealedPlace place : places) {
                count = renew(place, count, renewed);
            }
            if (outdated() == 0) {
                jdbc.sql("update platform.key_rotation set renewed_at = :at where renewed_at is null and dropped_at is null")
                        .param("at", now())
                        .update();
            }
        } finally {
            working.set(false);
        }
    }

    private static long renew(SealedPlace place, long before, LongConsumer renewed) {
        long count = before;
        Optional<SealedPlace.Step> step = place.renew(BEFORE_ALL);
        while (step.isPresent()) {
            count += step.get().renewed();
            renewed.accept(count);
            step = place.renew(step.get().last());
        }
        return count;
    }

    @Override
    public boolean dropOld() {
        // What a transaction wrote with an old key while this ran, is found and encrypted anew first.
        renewAll(_ -> {});
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!isUnderWay() || outdated() > 0) {
                return false;
            }
            keys.dropOldKeys();
            jdbc.sql("update platform.key_rotation set dropped_at = :at where dropped_at is null")
                    .param("at", now())
                    .update();
            return true;
        }));
    }

    private long outdated() {
        return places.stream().mapToLong(SealedPlace::outdated).sum();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
