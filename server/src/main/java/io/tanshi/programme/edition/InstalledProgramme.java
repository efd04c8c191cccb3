package io.tanshi.programme.edition;

import io.tanshi.programme.Material;
import io.tanshi.programme.Parameter;
import io.tanshi.programme.Programme;
import io.tanshi.programme.ProgrammeParameters;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Syllabus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Reads the newest installed documents once and holds them until one changes. */
@Component
class InstalledProgramme implements Programmes {

    static final String RULE_SETS = "rule-sets/";

    private record MaterialsFile(List<Material> materials) {}

    private record ParametersFile(List<Parameter> parameters) {}

    private record Snapshot(
            Programme programme,
            Syllabus syllabus,
            ProgrammeParameters parameters,
            List<RuleSet> ruleSets,
            List<Material> materials) {}

    private final EditionStore store;
    private final JsonMapper json;
    private volatile @Nullable Snapshot held;
    private volatile long generation;

    InstalledProgramme(EditionStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public Programme current() {
        return snapshot().programme();
    }

    @Override
    public Syllabus syllabus() {
        return snapshot().syllabus();
    }

    @Override
    public ProgrammeParameters parameters() {
        return snapshot().parameters();
    }

    @Override
    public RuleSet eligibility() {
        return snapshot().ruleSets().getFirst();
    }

    @Override
    public List<RuleSet> ruleSets() {
        return snapshot().ruleSets();
    }

    @Override
    public List<Material> materials() {
        return snapshot().materials();
    }

    /** Forgets what was read. Until the caller's transaction has ended, only that transaction sees the change. */
    void changed() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(InstalledProgramme.this);
                forget();
            }
        });
    }

    private synchronized void forget() {
        generation++;
        held = null;
    }

    private synchronized void keep(Snapshot read, long readAs) {
        // Not over a change that was committed while this was being read.
        if (readAs == generation) {
            held = read;
        }
    }

    /** The parameters with {@code settings} over the defaults. */
    ProgrammeParameters parameters(Map<String, EditionStore.Setting> settings) {
        return parametersOf(content("parameters", store.newest()), settings);
    }

    private Snapshot snapshot() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read();
        }
        Snapshot known = held;
        if (known != null) {
            return known;
        }
        long readAs = generation;
        Snapshot read = read();
        keep(read, readAs);
        return read;
    }

    private Snapshot read() {
        Map<String, EditionStore.Edition> newest = store.newest();
        ProgrammeParameters parameters = parametersOf(content("parameters", newest), store.settings());
        return new Snapshot(
                json.readValue(content("programme", newest), Programme.class),
                json.readValue(content("syllabus", newest), Syllabus.class),
                parameters,
                ruleSets(newest, parameters.eligibilityRuleSet()),
                json.readValue(content("materials", newest), MaterialsFile.class)
                        .materials());
    }

    private ProgrammeParameters parametersOf(String content, Map<String, EditionStore.Setting> settings) {
        Function<Parameter, Parameter> withSetting = parameter -> {
            EditionStore.Setting setting = settings.get(parameter.key());
            return setting == null || !parameter.settable()
                    ? parameter
                    : parameter.set(setting.value(), setting.reason());
        };
        return new ProgrammeParameters(json.readValue(content, ParametersFile.class).parameters().stream()
                .map(withSetting)
                .toList());
    }

    private static List<RuleSet> ruleSets(Map<String, EditionStore.Edition> newest, String inForce) {
        return newest.values().stream()
                .filter(edition -> edition.document().startsWith(RULE_SETS))
                .map(edition -> RuleSet.parse(edition.content()))
                .sorted(Comparator.comparing((RuleSet set) -> !set.code().equals(inForce))
                        .thenComparing(RuleSet::code))
                .toList();
    }

    private static String content(String document, Map<String, EditionStore.Edition> newest) {
        EditionStore.Edition edition = newest.get(document);
        if (edition == null) {
            throw new IllegalStateException("The programme's document is not installed: " + document);
        }
        return edition.content();
    }
}
