package io.tanshi.itembank.authoring;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.ItembankError;
import io.tanshi.itembank.authoring.Item.Decision;
import io.tanshi.platform.Problem;
import io.tanshi.platform.Problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing items and reviewing what others wrote. */
@Service
class AuthorDesk {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    private final ItemStore store;
    private final ItemReading reading;
    private final SyllabusPoints points;
    private final AuditTrail trail;

    AuthorDesk(ItemStore store, ItemReading reading, SyllabusPoints points, AuditTrail trail) {
        this.store = store;
        this.reading = reading;
        this.points = points;
        this.trail = trail;
    }

    /** Puts a new item into the bank as a draft. */
    @Transactional
    public ItemId create(ItemType type, String topic, ItemContent content, Actor by) {
        requireSound(type, topic, content);
        Item item = store.create(store.nextCode(topic, type), type, topic);
        write(item, content, by);
        return item.id();
    }

    /**
     * Saves what an author has changed as the next version; the same content again saves nothing.
     *
     * @param basedOn the version the author had before them; when a newer one is there, nothing is saved
     */
    @Transactional
    public void save(ItemId id, ItemVersionId basedOn, ItemContent content, Actor by) {
        Item item = locked(id);
        requireSound(item.type(), item.topic(), content);
        Item.Version latest = item.latest().orElseThrow();
        if (!latest.id().equals(basedOn)) {
            throw Problem.of(
                    ItembankError.NEWER_VERSION,
                    "第 " + latest.number() + " 版已由" + reading.writer(latest.id()) + "保存，你的内容没有保存，仍在本页。请对照后合并，再保存为下一版。");
        }
        boolean stands = latest.status() == VersionStatus.DRAFT || latest.status() == VersionStatus.APPROVED;
        if (stands && reading.content(latest.id()).equals(Optional.of(content))) {
            return;
        }
        write(item, content, by);
    }

    private void write(Item item, ItemContent content, Actor by) {
        Item.Version draft = item.write(by);
        store.store(item, draft, content, by);
        trail.record(
                by,
                "itembank.version-written",
                "item",
                item.id(),
                Map.of("code", item.code(), "version", draft.number()));
    }

    @Transactional
    public void approve(ItemId id, ItemVersionId version, Actor by) {
        Item item = locked(id);
        settle(item, item.approve(version, by), "itembank.version-approved", by, "");
    }

    @Transactional
    public void sendBack(ItemId id, ItemVersionId version, String reason, Actor by) {
        requireReason(reason);
        Item item = locked(id);
        settle(item, item.sendBack(version, reason.strip()), "itembank.version-returned", by, reason.strip());
    }

    @Transactional
    public void retire(ItemId id, String reason, Actor by) {
        requireReason(reason);
        Item item = locked(id);
        settle(item, item.retire(reason.strip()), "itembank.item-retired", by, reason.strip());
    }

    private void settle(Item item, Decision decision, String action, Actor by, String reason) {
        switch (decision) {
            case Decision.Refused refused -> throw Problem.of(refused.code(), refused.detail());
            case Decision.Done done -> {
                store.storeMoves(item, by);
                trail.record(by, action, "item", item.id(), Map.of("code", item.code(), "reason", reason));
            }
        }
    }

    private Item locked(ItemId id) {
        return store.lock(id).orElseThrow(() -> Problem.notFound("这道试题"));
    }

    private void requireSound(ItemType type, String topic, ItemContent content) {
        List<FieldError> faults = ItemRules.faults(type, content, point -> points.belongs(topic, point));
        if (!faults.isEmpty()) {
            Problem problem =
                    Problem.of(ItembankError.INVALID_ITEM, "有 " + faults.size() + " 处需要改正，试题还没有保存。请按各处提示改正后再保存。");
            faults.forEach(f -> problem.field(f.field(), f.message()));
            throw problem;
        }
    }

    private static void requireReason(String reason) {
        int length = reason.strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw Problem.of(ItembankError.REASON_MISSING, "理由应为 4 到 500 字，现有 " + length + " 字。作者会原样看到它。")
                    .field("reason", "请写 4 到 500 字");
        }
    }
}
