package io.tanshi.programme.conditions;

import static io.tanshi.programme.jooq.Tables.EDITION;
import static io.tanshi.programme.jooq.Tables.RULE_DRAFT;
import static io.tanshi.programme.jooq.Tables.RULE_PUBLICATION;
import static io.tanshi.programme.jooq.Tables.SITTING;
import static io.tanshi.programme.jooq.Tables.SITTING_CHANGE;

import io.tanshi.kernel.Ids;
import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.jooq.tables.records.RuleDraftRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Drafts, publications, and what each sitting uses. */
@Repository
class ConditionsStore {

    /** A rule set in the making. */
    record Draft(RuleSet rules, String basedOn, int version, String changedBy, Instant changedAt) {}

    /** How a rule set came into being; the shipped ones have none. */
    record Publication(String code, String basedOn, String reason, String publishedBy, Instant publishedAt) {}

    /** What a sitting uses. */
    record Used(String ruleSet, MaterialNeeds materials) {}

    /** A line for the sitting's history. */
    record Line(Instant at, String actor, String verb, String reason, String detail) {}

    private final DSLContext db;
    private final JsonMapper json;

    ConditionsStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<Draft> drafts() {
        return db.selectFrom(RULE_DRAFT).orderBy(RULE_DRAFT.CODE).fetch(ConditionsStore::draft);
    }

    Optional<Draft> draft(String code) {
        return db.selectFrom(RULE_DRAFT).where(RULE_DRAFT.CODE.eq(code)).fetchOptional(ConditionsStore::draft);
    }

    private static Draft draft(RuleDraftRecord r) {
        return new Draft(
                RuleSet.parse(r.getContent().data()),
                r.getBasedOn(),
                r.getVersion(),
                r.getChangedBy(),
                r.getChangedAt().toInstant());
    }

    /** @return false when the code is a draft's already */
    boolean add(Draft draft) {
        return db.insertInto(RULE_DRAFT)
                        .set(RULE_DRAFT.CODE, draft.rules().code())
                        .set(RULE_DRAFT.BASED_ON, draft.basedOn())
                        .set(RULE_DRAFT.CONTENT, JSONB.valueOf(draft.rules().document()))
                        .set(RULE_DRAFT.VERSION, draft.version())
                        .set(RULE_DRAFT.CREATED_BY, draft.changedBy())
                        .set(RULE_DRAFT.CREATED_AT, time(draft.changedAt()))
                        .set(RULE_DRAFT.CHANGED_BY, draft.changedBy())
                        .set(RULE_DRAFT.CHANGED_AT, time(draft.changedAt()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** @return false when it is no longer the version before */
    boolean replace(Draft draft) {
        return db.update(RULE_DRAFT)
                        .set(RULE_DRAFT.CONTENT, JSONB.valueOf(draft.rules().document()))
                        .set(RULE_DRAFT.VERSION, draft.version())
                        .set(RULE_DRAFT.CHANGED_BY, draft.changedBy())
                        .set(RULE_DRAFT.CHANGED_AT, time(draft.changedAt()))
                        .where(RULE_DRAFT.CODE.eq(draft.rules().code()))
                        .and(RULE_DRAFT.VERSION.eq(draft.version() - 1))
                        .execute()
                == 1;
    }

    boolean remove(String code, int version) {
        return db.deleteFrom(RULE_DRAFT)
                        .where(RULE_DRAFT.CODE.eq(code))
                        .and(RULE_DRAFT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    boolean isPublished(String code) {
        return db.fetchExists(EDITION, EDITION.DOCUMENT.eq("rule-sets/" + code));
    }

    void add(Publication publication) {
        db.insertInto(RULE_PUBLICATION)
                .set(RULE_PUBLICATION.CODE, publication.code())
                .set(RULE_PUBLICATION.BASED_ON, publication.basedOn())
                .set(RULE_PUBLICATION.REASON, publication.reason())
                .set(RULE_PUBLICATION.PUBLISHED_BY, publication.publishedBy())
                .set(RULE_PUBLICATION.PUBLISHED_AT, time(publication.publishedAt()))
                .execute();
    }

    Map<String, Publication> publications() {
        return db
                .selectFrom(RULE_PUBLICATION)
                .fetch(r -> new Publication(
                        r.getCode(),
                        r.getBasedOn(),
                        r.getReason(),
                        r.getPublishedBy(),
                        r.getPublishedAt().toInstant()))
                .stream()
                .collect(Collectors.toMap(Publication::code, Function.identity()));
    }

    Optional<Used> usedBy(SittingId sitting) {
        return db.select(SITTING.RULE_SET, SITTING.MATERIALS)
                .from(SITTING)
                .where(SITTING.ID.eq(sitting.value()))
                .fetchOptional(r -> new Used(r.value1(), needs(r.value2())));
    }

    /** By sitting. */
    Map<UUID, Used> used() {
        return db.select(SITTING.ID, SITTING.RULE_SET, SITTING.MATERIALS)
                .from(SITTING)
                .fetch()
                .intoMap(r -> r.value1(), r -> new Used(r.value2(), needs(r.value3())));
    }

    /** @return false when the sitting uses something else than {@code before} by now */
    boolean use(SittingId sitting, Used before, Used after) {
        Optional<Used> now = db.select(SITTING.RULE_SET, SITTING.MATERIALS)
                .from(SITTING)
                .where(SITTING.ID.eq(sitting.value()))
                .forUpdate()
                .fetchOptional(r -> new Used(r.value1(), needs(r.value2())));
        if (now.filter(before::equals).isEmpty()) {
            return false;
        }
        boolean standard = after.materials().equals(MaterialNeeds.STANDARD);
        db.update(SITTING)
                .set(SITTING.RULE_SET, after.ruleSet())
                .set(
                        SITTING.MATERIALS,
                        standard
                                ? null
                                : JSONB.valueOf(json.writeValueAsString(
                                        after.materials().needs())))
                .where(SITTING.ID.eq(sitting.value()))
                .execute();
        return true;
    }

    void note(SittingId sitting, Line line) {
        db.insertInto(SITTING_CHANGE)
                .set(SITTING_CHANGE.ID, Ids.next())
                .set(SITTING_CHANGE.SITTING_ID, sitting.value())
                .set(SITTING_CHANGE.AT, time(line.at()))
                .set(SITTING_CHANGE.ACTOR, line.actor())
                .set(SITTING_CHANGE.VERB, line.verb())
                .set(SITTING_CHANGE.REASON, line.reason())
                .set(SITTING_CHANGE.DETAIL, line.detail())
                .execute();
    }

    private MaterialNeeds needs(@Nullable JSONB stored) {
        if (stored == null) {
            return MaterialNeeds.STANDARD;
        }
        Map<String, MaterialNeeds.Need> needs = json.readValue(
                stored.data(),
                json.getTypeFactory().constructMapType(Map.class, String.class, MaterialNeeds.Need.class));
        return new MaterialNeeds(needs);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atZone(ReviewPromise.ZONE).toOffsetDateTime();
    }
}
