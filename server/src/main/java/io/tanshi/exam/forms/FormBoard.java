package io.tanshi.exam.forms;

import io.tanshi.audit.Actor;
import io.tanshi.exam.FormStatus;
import io.tanshi.exam.SittingRuns;
import io.tanshi.exam.assembly.Blueprint;
import io.tanshi.exam.assembly.Blueprints;
import io.tanshi.exam.forms.FormViews.BlueprintSectionView;
import io.tanshi.exam.forms.FormViews.BlueprintView;
import io.tanshi.exam.forms.FormViews.FormBoardView;
import io.tanshi.exam.forms.FormViews.FormSectionView;
import io.tanshi.exam.forms.FormViews.FormStepView;
import io.tanshi.exam.forms.FormViews.FormView;
import io.tanshi.exam.forms.FormViews.LevelFormsView;
import io.tanshi.exam.forms.FormViews.TopicView;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.Items;
import io.tanshi.itembank.PoolEntry;
import io.tanshi.programme.Level;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the forms of a sitting out for an administrator. */
@Component
class FormBoard {

    private final FormStore store;
    private final Blueprints blueprints;
    private final Items items;
    private final Exposure exposure;
    private final Programmes programmes;
    private final SittingRuns runs;

    FormBoard(
            FormStore store,
            Blueprints blueprints,
            Items items,
            Exposure exposure,
            Programmes programmes,
            SittingRuns runs) {
        this.store = store;
        this.blueprints = blueprints;
        this.items = items;
        this.exposure = exposure;
        this.programmes = programmes;
        this.runs = runs;
    }

    @Transactional(readOnly = true)
    public FormBoardView of(Sitting sitting, Actor viewer) {
        Blueprint blueprint = blueprints.current();
        List<FormDossier> forms = store.ofSitting(sitting.id());
        Setting setting = new Setting(forms, exposure.seenEarlier(sitting.id()), topicsOf(blueprint), viewer);
        return new FormBoardView(
                sitting.id().value(),
                sitting.name(),
                sitting.examDate(),
                runs.of(sitting.id()).state(),
                view(blueprint),
                Arrays.stream(Level.values())
                        .map(level -> level(blueprint, level, setting))
                        .toList());
    }

    /** What a form is looked at against. */
    private record Setting(List<FormDossier> forms, Set<ItemVersionId> seenEarlier, List<String> topics, Actor viewer) {

        List<FormDossier> ofLevel(Level level) {
            return forms.stream().filter(form -> form.key().level() == level).toList();
        }

        Set<ItemVersionId> onOtherLevels(Level level) {
            return forms.stream()
                    .filter(form -> form.key().level() != level)
                    .flatMap(form -> form.content().items().stream())
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> topicsOf(Blueprint blueprint) {
        return blueprint.sections().stream()
                .flatMap(section -> section.quotas().keySet().stream())
                .distinct()
                .toList();
    }

    private BlueprintView view(Blueprint blueprint) {
        List<PoolEntry> pool = items.pool();
        return new BlueprintView(
                blueprint.basis(),
                blueprint.points(),
                programmes.syllabus().topics().stream()
                        .map(topic -> new TopicView(topic.code(), topic.title()))
                        .toList(),
                blueprint.sections().stream()
                        .map(section -> view(section, pool))
                        .toList());
    }

    private static BlueprintSectionView view(Blueprint.Section section, List<PoolEntry> pool) {
        return new BlueprintSectionView(
                section.type(),
                section.title(),
                section.count(),
                section.pointsEach(),
                section.points(),
                List.copyOf(section.quotas().values()),
                section.quotas().keySet().stream()
                        .map(topic -> (int) pool.stream()
                                .filter(e ->
                                        e.type() == section.type() && e.topic().equals(topic))
                                .count())
                        .toList());
    }

    private static LevelFormsView level(Blueprint blueprint, Level level, Setting setting) {
        List<FormDossier> forms = setting.ofLevel(level);
        return new LevelFormsView(
                level,
                level.label(),
                blueprint.target(level),
                shared(forms),
                forms.stream().map(form -> view(form, setting)).toList());
    }

    private static int shared(List<FormDossier> forms) {
        Set<ItemVersionId> seen = new HashSet<>();
        return (int) forms.stream()
                .flatMap(form -> form.content().items().stream())
                .filter(id -> !seen.add(id))
                .count();
    }

    private static FormView view(FormDossier form, Setting setting) {
        FormContent content = form.content();
        return new FormView(
                form.key().id().value(),
                form.key().variant(),
                form.key().variant().label(),
                form.status(),
                form.status().label(),
                form.inUse(),
                content.points(),
                content.items().size(),
                content.difficulty(),
                content.parts().stream()
                        .map(part -> view(part, setting.topics()))
                        .toList(),
                among(content, setting.onOtherLevels(form.key().level())),
                among(content, setting.seenEarlier()),
                form.status() == FormStatus.PROPOSED && form.canBeSealedBy(setting.viewer()),
                form.digest(),
                new FormStepView(form.assembled().label(), at(form.assembled())),
                view(form.proposed()),
                view(form.sealed()));
    }

    private static FormSectionView view(FormContent.Part part, List<String> topics) {
        return new FormSectionView(
                part.type(),
                part.title(),
                part.entries().size(),
                part.difficulty(),
                topics.stream().map(topic -> (int) part.count(topic)).toList());
    }

    private static int among(FormContent content, Set<ItemVersionId> others) {
        return (int) content.items().stream().filter(others::contains).count();
    }

    private static @Nullable FormStepView view(FormDossier.@Nullable Step step) {
        return step == null ? null : new FormStepView(step.label(), at(step));
    }

    private static OffsetDateTime at(FormDossier.Step step) {
        return step.at().atZone(ReviewPromise.ZONE).toOffsetDateTime();
    }
}
