package io.tanshi.programme.conditions;

import io.tanshi.programme.MaterialNeeds;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingRules;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredSittingRules implements SittingRules {

    private final ConditionsStore store;
    private final Programmes programmes;

    StoredSittingRules(ConditionsStore store, Programmes programmes) {
        this.store = store;
        this.programmes = programmes;
    }

    @Override
    public RuleSet eligibility(SittingId sitting) {
        String code = used(sitting).ruleSet();
        return published(code)
                .orElseThrow(() -> new IllegalStateException(
                        "Sitting " + sitting + " names the rule set " + code + ", which is not published"));
    }

    @Override
    public MaterialNeeds materials(SittingId sitting) {
        return used(sitting).materials();
    }

    @Override
    public Optional<RuleSet> find(String code) {
        return published(code).or(() -> store.draft(code).map(ConditionsStore.Draft::rules));
    }

    private Optional<RuleSet> published(String code) {
        return programmes.ruleSets().stream()
                .filter(set -> set.code().equals(code))
                .findFirst();
    }

    private ConditionsStore.Used used(SittingId sitting) {
        return store.usedBy(sitting).orElseThrow(() -> new NoSuchElementException("No sitting has the id " + sitting));
    }
}
