package io.tanshi.exam.assembly;

import io.tanshi.exam.Variant;
import io.tanshi.itembank.PoolEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A choice of items for both forms: each cell's items in an order whose first quota stands in the main form, whose
 * second quota in the spare, and whose rest is free. Whatever is swapped, quotas hold and the forms share no item.
 */
final class Arrangement {

    private final List<Cell> cells;
    private final List<List<PoolEntry>> orders = new ArrayList<>();

    Arrangement(List<Cell> cells, RandomGenerator random) {
        this.cells = cells;
        for (Cell cell : cells) {
            List<PoolEntry> order = new ArrayList<>(cell.entries());
            Collections.shuffle(order, random);
            orders.add(order);
        }
    }

    Cell cell(int index) {
        return cells.get(index);
    }

    int cellCount() {
        return cells.size();
    }

    void swap(int cell, int place, int otherPlace) {
        Collections.swap(orders.get(cell), place, otherPlace);
    }

    /** A place of the cell that is not on the same form as {@code place}. */
    int placeElsewhere(int cell, int place, RandomGenerator random) {
        int quota = cells.get(cell).quota();
        int from = place / quota * quota;
        int size = orders.get(cell).size();
        int drawn = random.nextInt(size - quota);
        return drawn < from ? drawn : drawn + quota;
    }

    List<PoolEntry> chosen(int cell, Variant form) {
        int quota = cells.get(cell).quota();
        int from = form == Variant.MAIN ? 0 : quota;
        return orders.get(cell).subList(from, from + quota);
    }

    void forEach(Variant form, Consumer<PoolEntry> action) {
        for (int cell = 0; cell < cells.size(); cell++) {
            chosen(cell, form).forEach(action);
        }
    }
}
