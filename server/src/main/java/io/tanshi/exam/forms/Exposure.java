package io.tanshi.exam.forms;

import io.tanshi.exam.Variant;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where else the items of a form stand: in the other levels' forms and in those sealed for earlier sittings. */
@Component
class Exposure {

    /** Two sittings of three levels with two forms each. */
    private static final int EARLIER_FORMS = 12;

    private static final int SEEN_BY_CANDIDATES = 2;
    private static final int KEPT_AS_SPARE = 1;

    private final FormStore store;

    Exposure(FormStore store) {
        this.store = store;
    }

    /** How much each item is known already, seen from a level that is to be assembled. */
    Map<ItemVersionId, Integer> forLevel(SittingId sitting, Level level) {
        Map<ItemVersionId, Integer> weights = new HashMap<>();
        store.ofSitting(sitting).stream()
                .filter(form -> form.key().level() != level)
                .forEach(form -> add(form, weights));
        earlier(sitting).forEach(form -> add(form, weights));
        return weights;
    }

    /** Items that stand in forms sealed for other sittings lately. */
    Set<ItemVersionId> seenEarlier(SittingId sitting) {
        Set<ItemVersionId> seen = new HashSet<>();
        earlier(sitting).forEach(form -> seen.addAll(form.content().items()));
        return seen;
    }

    private List<FormDossier> earlier(SittingId sitting) {
        return store.sealedElsewhere(sitting, EARLIER_FORMS);
    }

    private static void add(FormDossier form, Map<ItemVersionId, Integer> weights) {
        int weight = form.key().variant() == Variant.MAIN ? SEEN_BY_CANDIDATES : KEPT_AS_SPARE;
        form.content().items().forEach(id -> weights.merge(id, weight, Integer::sum));
    }
}
