package io.tanshi.itembank.authoring;

import io.tanshi.audit.Actor;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.ItembankError;
import io.tanshi.itembank.authoring.VersionStatus.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item with the states of its versions. At most one version is approved and at most one is open; a version is never
 * approved by the one who wrote it.
 */
final class Item {

    /** One version's place in the lifecycle, without its content. */
    record Version(
            ItemVersionId id,
            int number,
            VersionStatus status,
            @Nullable UUID writtenBy) {}

    /** A change of state to be stored, in the order of the list. */
    record Move(
            ItemVersionId version,
            Verb verb,
            VersionStatus from,
            VersionStatus to,
            @Nullable String reason) {}

    /** What came of a review. */
    sealed interface Decision {
        record Done() implements Decision {}

        record Refused(ItembankError code, String detail) implements Decision {}
    }

    private final ItemId id;
    private final String code;
    private final ItemType type;
    private final String topic;
    private final List<Version> versions;
    private final List<Move> moves = new ArrayList<>();

    Item(ItemId id, String code, ItemType type, String topic, List<Version> versions) {
        this.id = id;
        this.code = code;
        this.type = type;
        this.topic = topic;
        this.versions = new ArrayList<>(versions);
    }

    ItemId id() {
        return id;
    }

    String code() {
        return code;
    }

    ItemType type() {
        return type;
    }

    String topic() {
        return topic;
    }

    /** The changes since the item was read. */
    List<Move> moves() {
        return List.copyOf(moves);
    }

    /** The version saved last. */
    Optional<Version> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** Adds a draft, which takes the place of one that is still open; an approved version stays in use. */
    Version write(Actor by) {
        open().ifPresent(old -> move(old, Verb.SUPERSEDE, null));
        int number = latest().map(v -> v.number() + 1).orElse(1);
        Version draft = new Version(ItemVersionId.next(), number, VersionStatus.DRAFT, by.id());
        versions.add(draft);
        return draft;
    }

    /** Approves the open draft, which takes the place of the version approved before. */
    Decision approve(ItemVersionId version, Actor by) {
        Optional<Version> draft = reviewable(version, Verb.APPROVE);
        if (draft.isEmpty()) {
            return notOpen();
        }
        if (isWriter(draft.get(), by)) {
            return new Decision.Refused(
                    ItembankError.OWN_VERSION, "第 " + draft.get().number() + " 版是你写的，须由另一位命题员或管理员审。");
        }
        approved().ifPresent(old -> move(old, Verb.SUPERSEDE, null));
        move(draft.get(), Verb.APPROVE, null);
        return new Decision.Done();
    }

    /** Sends the open draft back to its author. */
    Decision sendBack(ItemVersionId version, String reason) {
        Optional<Version> draft = reviewable(version, Verb.SEND_BACK);
        if (draft.isEmpty()) {
            return notOpen();
        }
        move(draft.get(), Verb.SEND_BACK, reason);
        return new Decision.Done();
    }

    /** Takes the item out of the pool together with an open draft; a new version brings it back. */
    Decision retire(String reason) {
        List<Version> current =
                versions.stream().filter(v -> v.status().allows(Verb.RETIRE)).toList();
        if (current.isEmpty()) {
            return new Decision.Refused(ItembankError.NOT_OPEN, "试题 " + code + " 已经停用。");
        }
        current.forEach(v -> move(v, Verb.RETIRE, reason));
        return new Decision.Done();
    }

    private Optional<Version> reviewable(ItemVersionId version, Verb verb) {
        return versions.stream()
                .filter(v -> v.id().equals(version) && v.status().allows(verb))
                .findFirst();
    }

    private Decision notOpen() {
        String now = latest().map(v -> "第 " + v.number() + " 版，" + v.status().label())
                .orElse("还没有版本");
        return new Decision.Refused(ItembankError.NOT_OPEN, "试题 " + code + " 现为" + now + "。请刷新后再审。");
    }

    private Optional<Version> open() {
        return versions.stream().filter(v -> v.status().isOpen()).findFirst();
    }

    private Optional<Version> approved() {
        return versions.stream()
                .filter(v -> v.status() == VersionStatus.APPROVED)
                .findFirst();
    }

    private static boolean isWriter(Version version, Actor by) {
        return version.writtenBy() != null && version.writtenBy().equals(by.id());
    }

    private void move(Version version, Verb verb, @Nullable String reason) {
        VersionStatus to = version.status().after(verb);
        moves.add(new Move(version.id(), verb, version.status(), to, reason));
        versions.set(versions.indexOf(version), new Version(version.id(), version.number(), to, version.writtenBy()));
    }
}
