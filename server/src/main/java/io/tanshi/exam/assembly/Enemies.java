package io.tanshi.exam.assembly;

import io.tanshi.exam.Variant;
import io.tanshi.itembank.PoolEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the items of an arrangement that must not stand on one form. */
final class Enemies {

    private Enemies() {}

    /** An item that meets an enemy on its form, and where it stands. */
    record Clash(int cell, int place, PoolEntry one, PoolEntry other) {}

    /** Every item that meets an enemy, once for each of them. */
    static List<Clash> clashes(Arrangement arrangement) {
        List<Clash> found = new ArrayList<>();
        for (Variant form : Variant.values()) {
            Map<String, PoolEntry> onForm = new HashMap<>();
            arrangement.forEach(form, entry -> onForm.put(entry.code(), entry));
            for (int cell = 0; cell < arrangement.cellCount(); cell++) {
                collect(arrangement, cell, form, onForm, found);
            }
        }
        return found;
    }

    private static void collect(
            Arrangement arrangement, int cell, Variant form, Map<String, PoolEntry> onForm, List<Clash> found) {
        List<PoolEntry> chosen = arrangement.chosen(cell, form);
        int first = form == Variant.MAIN ? 0 : chosen.size();
        for (int i = 0; i < chosen.size(); i++) {
            PoolEntry entry = chosen.get(i);
            for (String code : entry.enemies()) {
                PoolEntry enemy = onForm.get(code);
                if (enemy != null) {
                    found.add(new Clash(cell, first + i, entry, enemy));
                }
            }
        }
    }
}
