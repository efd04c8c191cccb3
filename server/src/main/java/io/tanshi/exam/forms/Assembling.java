package io.tanshi.exam.forms;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.FormId;
import io.tanshi.exam.FormStatus;
import io.tanshi.exam.Variant;
import io.tanshi.exam.assembly.Assembly;
import io.tanshi.exam.assembly.Blueprints;
import io.tanshi.exam.assembly.ChosenSection;
import io.tanshi.exam.assembly.FormAssembler;
import io.tanshi.exam.assembly.Shortage;
import io.tanshi.itembank.Items;
import io.tanshi.itembank.PoolEntry;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assembles the forms of a sitting that are not handed over for sealing yet. */
@Service
class Assembling {

    private final FormStore store;
    private final Blueprints blueprints;
    private final Items items;
    private final Exposure exposure;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom seeds = new SecureRandom();

    Assembling(FormStore store, Blueprints blueprints, Items items, Exposure exposure, AuditTrail trail, Clock clock) {
        this.store = store;
        this.blueprints = blueprints;
        this.items = items;
        this.exposure = exposure;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What came of a level.
     *
     * @param assembled false when the bank cannot fill the blueprint; then the shortages say why
     */
    record LevelOutcome(Level level, boolean assembled, List<Shortage> shortages) {}

    /** Both forms of each level; one whose forms are proposed or sealed is left as it is and not in the answer. */
    @Transactional
    public List<LevelOutcome> assemble(SittingId sitting, List<Level> levels, Actor by) {
        FormAssembler assembler = new FormAssembler(blueprints.current());
        List<PoolEntry> pool = items.pool();
        List<LevelOutcome> outcomes = new ArrayList<>();
        for (Level level : levels) {
            List<FormDossier> present = ofLevel(store.lock(sitting), level);
            if (present.stream().allMatch(form -> form.status() == FormStatus.DRAFT)) {
                long seed = seeds.nextLong();
                Assembly assembly = assembler.assemble(
                        new FormAssembler.Task(level, pool, exposure.forLevel(sitting, level), seed));
                outcomes.add(keep(new Place(sitting, level, present), assembly, seed, by));
            }
        }
        return outcomes;
    }

    private record Place(SittingId sitting, Level level, List<FormDossier> present) {}

    private LevelOutcome keep(Place place, Assembly assembly, long seed, Actor by) {
        return switch (assembly) {
            case Assembly.Infeasible(List<Shortage> shortages) -> new LevelOutcome(place.level(), false, shortages);
            case Assembly.Assembled(List<ChosenSection> main, List<ChosenSection> spare) -> {
                Map.of(Variant.MAIN, main, Variant.SPARE, spare)
                        .forEach((variant, sections) ->
                                keep(place, variant, new Drawn(FormContent.of(sections), seed, by)));
                yield new LevelOutcome(place.level(), true, List.of());
            }
        };
    }

    private record Drawn(FormContent content, long seed, Actor by) {}

    private void keep(Place place, Variant variant, Drawn drawn) {
        FormDossier.Step step = FormDossier.Step.of(drawn.by(), clock.instant());
        Optional<FormDossier> present = place.present().stream()
                .filter(form -> form.key().variant() == variant)
                .findFirst();
        FormDossier form = present.map(old -> old.assembleAnew(drawn.content(), drawn.seed(), step))
                .orElseGet(() -> FormDossier.assembled(
                        new FormDossier.Key(FormId.next(), place.sitting(), place.level(), variant),
                        drawn.content(),
                        drawn.seed(),
                        step));
        present.ifPresentOrElse(old -> store.replace(form), () -> store.add(form));
        store.note(
                form.key().id(),
                new FormStore.Change(
                        FormVerb.ASSEMBLE.name(),
                        present.map(FormDossier::status).orElse(null),
                        form.status(),
                        step.at(),
                        drawn.by(),
                        null));
        trail.record(
                drawn.by(),
                "exam.form-assembled",
                "form",
                form.key().id(),
                Map.of("level", place.level(), "variant", variant));
    }

    private static List<FormDossier> ofLevel(List<FormDossier> forms, Level level) {
        return forms.stream().filter(form -> form.key().level() == level).toList();
    }
}
