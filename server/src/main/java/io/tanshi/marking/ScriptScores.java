package io.tanshi.marking;

import io.tanshi.itembank.ItemType;
import io.tanshi.kernel.Score;
import java.util.Map;

/**
 * The scores of one handed-in paper.
 *
 * @param sections sum per kind of item; a kind without a score is absent
 */
public record ScriptScores(Map<ItemType, Score> sections, Score total) {}
