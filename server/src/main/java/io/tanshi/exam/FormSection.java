package io.tanshi.exam;

import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.kernel.Score;
import java.util.List;

/**
 * The items of one type, in the order of the paper.
 *
 * @param title as printed over the section, e.g. 单选题
 * @param pointsEach full points of each item
 */
public record FormSection(ItemType kind, String title, Score pointsEach, List<ItemVersionId> items) {

    public FormSection {
        items = List.copyOf(items);
    }
}
