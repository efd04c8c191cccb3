package io.tanshi.itembank.authoring;

import static io.tanshi.itembank.jooq.Tables.ENEMY;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.itembank.authoring.StarterFiles.StarterItem;
import io.tanshi.platform.StartStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Brings the starter items into the bank at start: those whose code is not there yet, as approved versions. */
@Component
@Order(StartStep.ITEMBANK)
class StarterBank implements StartStep {

    private static final Logger log = LoggerFactory.getLogger(StarterBank.class);
    private static final Actor STARTER = Actor.system("随程序提供的试题");

    private final ItemStore store;
    private final SyllabusPoints points;
    private final DSLContext db;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    StarterBank(
            ItemStore store, SyllabusPoints points, DSLContext db, AuditTrail trail, TransactionTemplate transaction) {
        this.store = store;
        this.points = points;
        this.db = db;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        List<StarterItem> items = new StarterFiles(points::belongs).read();
        transaction.executeWithoutResult(status -> bringIn(items));
    }

    private void bringIn(List<StarterItem> items) {
        Set<String> known = store.codes();
        List<StarterItem> missing =
                items.stream().filter(i -> !known.contains(i.code())).toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(this::bringIn);
        enemies();
        trail.record(STARTER, "itembank.starter-imported", "bank", "starter", Map.of("items", missing.size()));
        log.info("{} starter items brought into the item bank", missing.size());
    }

    private void bringIn(StarterItem starter) {
        Item item = store.create(starter.code(), starter.type(), starter.topic());
        Item.Version draft = item.write(STARTER);
        store.store(item, draft, starter.content(), STARTER);
        item.approve(draft.id(), STARTER);
        store.storeMoves(item, STARTER);
        store.reserve(starter.topic(), starter.type(), starter.number());
    }

    private void enemies() {
        for (List<String> pair : readEnemies()) {
            List<String> sorted = pair.stream().sorted().toList();
            db.insertInto(ENEMY)
                    .set(ENEMY.CODE, sorted.getFirst())
                    .set(ENEMY.ENEMY_CODE, sorted.getLast())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private static List<List<String>> readEnemies() {
        try (InputStream in = new ClassPathResource("itembank/enemies.json").getInputStream()) {
            return new JsonMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
