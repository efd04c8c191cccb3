package io.tanshi.exam.forms;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.ExamError;
import io.tanshi.exam.FormStatus;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a level's other sealed form in the place of the one in use, for example after a leak, before the opening. */
@Service
class SpareForm {

    private static final String VERB = "USE";

    private final FormStore store;
    private final AuditTrail trail;
    private final Clock clock;

    SpareForm(FormStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void exchange(SittingId sitting, Level level, String reason, Actor by) {
        List<FormDossier> sealed = store.lock(sitting).stream()
                .filter(form -> form.key().level() == level && form.status() == FormStatus.SEALED)
                .toList();
        if (sealed.size() != 2) {
            throw Problem.of(ExamError.SPARE_REFUSED, "%s的正卷与备用卷须都已封存才能互换。请先完成封存。".formatted(level.label()));
        }
        FormDossier present =
                sealed.stream().filter(FormDossier::inUse).findFirst().orElseThrow();
        FormDossier chosen =
                sealed.stream().filter(form -> !form.inUse()).findFirst().orElseThrow();
        store.use(chosen.key().id(), present.key().id());
        store.note(
                chosen.key().id(),
                new FormStore.Change(VERB, chosen.status(), chosen.status(), clock.instant(), by, reason));
        trail.record(
                by,
                "exam.form-exchanged",
                "form",
                chosen.key().id(),
                Map.of(
                        "level",
                        level,
                        "variant",
                        chosen.key().variant(),
                        "instead",
                        present.key().id().toString(),
                        "reason",
                        reason));
    }
}
