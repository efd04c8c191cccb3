package io.tanshi.programme;

/**
 * One section of every paper (deck: 评测题型及分值占比).
 *
 * @param count number of items
 * @param points full points of each item
 */
public record PaperSection(ItemKind kind, int count, int points) {

    public PaperSection {
        if (count < 1 || points < 1) {
            throw new IllegalArgumentException("A section has items with points: " + kind);
        }
    }

    /** Full points of the section. */
    public int total() {
        return count * points;
    }
}
