package io.tanshi.delivery.runner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanshi.exam.Form;
import io.tanshi.exam.FormId;
import io.tanshi.exam.Forms;
import io.tanshi.itembank.Items;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The papers of the sittings under way. A sealed form never changes, so it is read once and kept. */
@Component
class Papers {

    private final Forms forms;
    private final Items items;
    private final Cache<FormId, Paper> papers = Caffeine.newBuilder()
            .maximumSize(20)
            .expireAfterAccess(Duration.ofHours(4))
            .build();

    Papers(Forms forms, Items items) {
        this.forms = forms;
        this.items = items;
    }

    Paper of(FormId id) {
        return papers.get(id, this::read);
    }

    private Paper read(FormId id) {
        Form form = forms.get(id);
        return new Paper(form, items.candidateItems(form.items()));
    }
}
