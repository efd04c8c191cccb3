package io.tanshi.itembank.authoring;

import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the author's screens receive. */
final class ItemViews {

    private ItemViews() {}

    /**
     * An item in the list, by its latest version.
     *
     * @param approvedNumber the version in the pool, absent when none is
     * @param used whether any version stands in a form (已入卷)
     */
    record ItemRow(
            ItemId id,
            String code,
            ItemType type,
            String topic,
            String point,
            int difficulty,
            String stem,
            int version,
            VersionStatus status,
            String statusLabel,
            @Nullable Integer approvedNumber,
            boolean used,
            String writtenBy,
            OffsetDateTime writtenAt) {}

    /** A version without its content. */
    record ItemVersionRow(
            ItemVersionId id,
            int number,
            VersionStatus status,
            String statusLabel,
            String writtenBy,
            OffsetDateTime writtenAt,
            boolean used) {}

    /** One act in an item's life. */
    record ItemHistoryRow(
            int version,
            String became,
            OffsetDateTime at,
            String by,
            @Nullable String reason) {}

    /**
     * An item to edit or review.
     *
     * @param content of the latest version
     * @param ownDraft whether the open draft is the reader's own, so that somebody else has to review it
     */
    record ItemDetail(
            ItemId id,
            String code,
            ItemType type,
            String topic,
            ItemVersionRow latest,
            ItemContentBody content,
            boolean ownDraft,
            List<ItemVersionRow> versions,
            List<ItemHistoryRow> history) {}

    /** The bank by topic and type. */
    record ItemCoverage(List<TopicCoverage> topics) {}

    /** One topic with what an author needs to write for it. */
    record TopicCoverage(String code, String title, List<PointName> points, List<TypeCoverage> cells) {}

    /** A knowledge point. */
    record PointName(String code, String title) {}

    /**
     * How many items there are.
     *
     * @param approved in the pool
     * @param open drafts waiting for review or revision
     */
    record TypeCoverage(ItemType type, int approved, int open) {}
}
