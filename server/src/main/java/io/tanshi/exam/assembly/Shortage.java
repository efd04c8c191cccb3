package io.tanshi.exam.assembly;

import io.tanshi.itembank.ItemType;

/**
 * A quota that the bank cannot fill.
 *
 * @param needed items for the main form and the spare together
 * @param available approved items of the bank
 * @param words the same for the screen, with what to do
 */
public record Shortage(ItemType type, String topic, int needed, int available, String words) {

    static Shortage ofCell(Cell cell) {
        String words = "%s · %s：正卷与备用卷共需 %d 题，题库可用 %d 题，还缺 %d 题。请补充并审定试题后重新组卷。"
                .formatted(
                        cell.type().label(),
                        cell.topic(),
                        cell.needed(),
                        cell.entries().size(),
                        cell.needed() - cell.entries().size());
        return new Shortage(
                cell.type(), cell.topic(), cell.needed(), cell.entries().size(), words);
    }

    static Shortage ofEnemies(Cell cell, String one, String other) {
        String words = "%s · %s：互斥题过多，%s 与 %s 无法避开同卷（需 %d 题，题库 %d 题）。请在该专题补充与它们不互斥的试题。"
                .formatted(
                        cell.type().label(),
                        cell.topic(),
                        one,
                        other,
                        cell.needed(),
                        cell.entries().size());
        return new Shortage(
                cell.type(), cell.topic(), cell.needed(), cell.entries().size(), words);
    }
}
