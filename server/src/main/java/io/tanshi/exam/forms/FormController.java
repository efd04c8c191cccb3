package io.tanshi.exam.forms;

import io.tanshi.exam.ExamError;
import io.tanshi.exam.FormId;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRuns;
import io.tanshi.exam.assembly.Shortage;
import io.tanshi.exam.forms.FormViews.FormBoardView;
import io.tanshi.exam.forms.FormViews.FormPreviewView;
import io.tanshi.exam.forms.FormViews.LevelAssemblyView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/exam")
@Requires(Role.ADMINISTRATOR)
class FormController {

    private final Sittings sittings;
    private final SittingRuns runs;
    private final FormBoard board;
    private final FormPreview preview;
    private final Assembling assembling;
    private final Sealing sealing;
    private final SpareForm spare;

    FormController(
            Sittings sittings,
            SittingRuns runs,
            FormBoard board,
            FormPreview preview,
            Assembling assembling,
            Sealing sealing,
            SpareForm spare) {
        this.sittings = sittings;
        this.runs = runs;
        this.board = board;
        this.preview = preview;
        this.assembling = assembling;
        this.sealing = sealing;
        this.spare = spare;
    }

    record AssemblyRequest(@NotEmpty(message = "至少选一个级别") List<Level> levels) {}

    record FormReturnRequest(
            @NotBlank(message = "请写明退回原因") @Size(max = 500, message = "最多 500 字")
            String reason) {}

    record FormExchangeRequest(
            Level level,

            @NotBlank(message = "请写明换卷原因") @Size(max = 500, message = "最多 500 字")
            String reason) {}

    @GetMapping("/sittings/{id}/forms")
    FormBoardView forms(@PathVariable UUID id, CurrentAccount me) {
        return board.of(sitting(id), me.actor());
    }

    @PostMapping("/sittings/{id}/forms/assembly")
    List<LevelAssemblyView> assemble(
            @PathVariable UUID id, @Valid @RequestBody AssemblyRequest body, CurrentAccount me) {
        List<Assembling.LevelOutcome> outcomes = assembling.assemble(planned(id), body.levels(), me.actor());
        if (outcomes.isEmpty()) {
            throw Problem.of(ExamError.NOTHING_TO_DO, "所选级别的试卷已送封存或已封存，不能重新组卷。待封存的可先退回。");
        }
        return outcomes.stream().map(FormController::view).toList();
    }

    @PostMapping("/sittings/{id}/forms/proposal")
    FormBoardView propose(@PathVariable UUID id, CurrentAccount me) {
        sealing.propose(planned(id), me.actor());
        return forms(id, me);
    }

    @PostMapping("/sittings/{id}/forms/return")
    FormBoardView sendBack(@PathVariable UUID id, @Valid @RequestBody FormReturnRequest body, CurrentAccount me) {
        sealing.sendBack(planned(id), body.reason().strip(), me.actor());
        return forms(id, me);
    }

    @PostMapping("/sittings/{id}/forms/seal")
    FormBoardView seal(@PathVariable UUID id, CurrentAccount me) {
        sealing.seal(planned(id), me.actor());
        return forms(id, me);
    }

    @PostMapping("/sittings/{id}/forms/exchange")
    FormBoardView exchange(@PathVariable UUID id, @Valid @RequestBody FormExchangeRequest body, CurrentAccount me) {
        spare.exchange(planned(id), body.level(), body.reason().strip(), me.actor());
        return forms(id, me);
    }

    @GetMapping("/forms/{id}/preview")
    FormPreviewView preview(@PathVariable UUID id, CurrentAccount me) {
        return preview.of(new FormId(id), me.actor());
    }

    private SittingId planned(UUID id) {
        Sitting sitting = sitting(id);
        if (runs.of(sitting.id()).state() != RunState.PLANNED) {
            throw Problem.of(ExamError.SITTING_STARTED, sitting.name() + "已经开考或结束，试卷不能再改动。");
        }
        return sitting.id();
    }

    private Sitting sitting(UUID id) {
        return sittings.find(new SittingId(id)).orElseThrow(() -> Problem.notFound("这个考期"));
    }

    private static LevelAssemblyView view(Assembling.LevelOutcome outcome) {
        return new LevelAssemblyView(
                outcome.level(),
                outcome.level().label(),
                outcome.assembled(),
                outcome.shortages().stream().map(Shortage::words).toList());
    }
}
