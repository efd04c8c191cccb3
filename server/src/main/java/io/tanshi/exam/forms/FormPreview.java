package io.tanshi.exam.forms;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.FormId;
import io.tanshi.exam.forms.FormViews.FormPreviewView;
import io.tanshi.exam.forms.FormViews.PreviewItemView;
import io.tanshi.exam.forms.FormViews.PreviewOptionView;
import io.tanshi.exam.forms.FormViews.PreviewSectionView;
import io.tanshi.itembank.CandidateItem;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.Items;
import io.tanshi.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows an administrator a form as a candidate will see it; that somebody looked is on record. */
@Component
class FormPreview {

    private final FormStore store;
    private final Items items;
    private final AuditTrail trail;

    FormPreview(FormStore store, Items items, AuditTrail trail) {
        this.store = store;
        this.items = items;
        this.trail = trail;
    }

    @Transactional
    public FormPreviewView of(FormId id, Actor viewer) {
        FormDossier form = store.find(id).orElseThrow(() -> Problem.notFound("这份试卷"));
        FormDossier.Key key = form.key();
        trail.record(viewer, "exam.form-previewed", "form", id, Map.of("level", key.level(), "variant", key.variant()));
        Map<ItemVersionId, CandidateItem> read = items
                .candidateItems(form.content().items())
                .stream()
                .collect(Collectors.toMap(CandidateItem::id, Function.identity()));
        return new FormPreviewView(
                id.value(),
                key.level().label(),
                key.variant().label(),
                form.status().label(),
                form.content().parts().stream().map(part -> section(part, read)).toList());
    }

    private static PreviewSectionView section(FormContent.Part part, Map<ItemVersionId, CandidateItem> read) {
        List<PreviewItemView> views = part.entries().stream()
                .map(entry -> item(entry, Objects.requireNonNull(read.get(entry.id()))))
                .toList();
        return new PreviewSectionView(part.type(), part.title(), part.pointsEach(), views);
    }

    private static PreviewItemView item(FormContent.Entry entry, CandidateItem item) {
        return new PreviewItemView(
                entry.id(),
                entry.code(),
                entry.topic(),
                entry.difficulty(),
                item.stem(),
                item.options().stream()
                        .map(option -> new PreviewOptionView(option.id(), option.text()))
                        .toList());
    }
}
