package io.tanshi.programme.edition;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Parameter;
import io.tanshi.programme.ProgrammeError;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets a parameter on which the source is silent; every setting is kept with who, when and why. */
@Service
class ParameterDesk {

    private final EditionStore store;
    private final InstalledProgramme programme;
    private final AuditTrail trail;
    private final Clock clock;

    ParameterDesk(EditionStore store, InstalledProgramme programme, AuditTrail trail, Clock clock) {
        this.store = store;
        this.programme = programme;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void set(String key, String value, String reason, Actor actor) {
        Parameter parameter = programme.parameters().find(key).orElseThrow(() -> Problem.notFound("这个参数"));
        requireAllowed(parameter, value);
        EditionStore.Setting setting = new EditionStore.Setting(key, value, reason, actor.label(), clock.instant());
        requireConsistent(parameter, setting);
        store.add(setting);
        trail.record(
                actor,
                "programme.parameter-set",
                "programme-parameter",
                key,
                Map.of("from", parameter.value(), "to", value, "reason", reason));
        programme.changed();
    }

    private static void requireAllowed(Parameter parameter, String value) {
        Parameter.Bounds bounds = parameter.bounds();
        if (bounds == null) {
            throw refused("“%s”由项目文件规定，不能在这里修改。".formatted(parameter.label()));
        }
        if (parameter.value().equals(value)) {
            throw refused("与现值相同，没有改动。");
        }
        if (!bounds.allows(value)) {
            throw refused("“%s”应为 %s，发现“%s”。".formatted(parameter.label(), bounds.inWords(), value));
        }
    }

    private void requireConsistent(Parameter parameter, EditionStore.Setting setting) {
        Map<String, EditionStore.Setting> settings = new HashMap<>(store.settings());
        settings.put(setting.key(), setting);
        try {
            programme.parameters(settings);
        } catch (IllegalArgumentException inconsistent) {
            throw refused("“%s”与其他参数不相容，没有保存。请核对时长、迟到与最早交卷等相关参数。".formatted(parameter.label()));
        }
    }

    private static Problem refused(String reason) {
        return Problem.of(ProgrammeError.PARAMETER_REFUSED, "参数没有改动，请按提示修改后再保存。")
                .field("value", reason);
    }
}
