package io.tanshi.marking.script;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptSubmitted;
import io.tanshi.delivery.Attempts;
import io.tanshi.delivery.Response;
import io.tanshi.exam.Form;
import io.tanshi.exam.FormId;
import io.tanshi.exam.FormSection;
import io.tanshi.exam.Forms;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.scoring.ItemScoring;
import io.tanshi.kernel.Score;
import io.tanshi.marking.human.AnswerTasks;
import io.tanshi.marking.machine.ChoiceScore;
import io.tanshi.marking.script.ScriptStore.Decider;
import io.tanshi.programme.Programmes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Takes each handed-in paper: choice items are scored at once, written answers become tasks for markers. */
@Component
class ScriptReceiver {

    private static final Actor MACHINE = Actor.system("machine-marking");

    private final ScriptStore scripts;
    private final AnswerTasks tasks;
    private final Attempts attempts;
    private final Forms forms;
    private final ItemScoring scoring;
    private final Programmes programmes;
    private final AuditTrail trail;

    ScriptReceiver(
            ScriptStore scripts,
            AnswerTasks tasks,
            Attempts attempts,
            Forms forms,
            ItemScoring scoring,
            Programmes programmes,
            AuditTrail trail) {
        this.scripts = scripts;
        this.tasks = tasks;
        this.attempts = attempts;
        this.forms = forms;
        this.scoring = scoring;
        this.programmes = programmes;
        this.trail = trail;
    }

    @ApplicationModuleListener
    void on(AttemptSubmitted submitted) {
        if (scripts.receive(submitted)) {
            score(submitted.attemptId(), submitted.formId());
            trail.record(MACHINE, "marking.script-received", "attempt", submitted.attemptId(), Map.of());
        }
    }

    /** Scores the answers as they stand; within a transaction. */
    void score(AttemptId attempt, FormId paper) {
        Form form = forms.get(paper);
        Map<ItemVersionId, Response> responses = attempts.responses(attempt);
        form.sections().forEach(section -> section(attempt, section, responses));
        scripts.completeIfDecided(attempt);
    }

    private void section(AttemptId attempt, FormSection section, Map<ItemVersionId, Response> responses) {
        Map<ItemVersionId, Set<String>> keys = section.kind().isChoice() ? scoring.keys(section.items()) : Map.of();
        for (ItemVersionId item : section.items()) {
            Response response = responses.getOrDefault(item, Response.NONE);
            if (section.kind().isChoice()) {
                Score points = choice(section, keys.getOrDefault(item, Set.of()), response);
                scripts.score(attempt, item, section.kind(), points, Decider.MACHINE);
            } else {
                written(attempt, section, item, response);
            }
        }
    }

    private Score choice(FormSection section, Set<String> key, Response response) {
        return ChoiceScore.of(
                section.kind(),
                key,
                new HashSet<>(response.choices()),
                section.pointsEach(),
                programmes.parameters().multipleChoiceScoring());
    }

    // An answer that was never written needs no marker.
    private void written(AttemptId attempt, FormSection section, ItemVersionId item, Response response) {
        if (response.text().isBlank()) {
            scripts.score(attempt, item, section.kind(), Score.ZERO, Decider.MACHINE);
        } else {
            tasks.create(attempt, item, response.text(), section.pointsEach());
        }
    }
}
