package io.tanshi.marking.human;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.itembank.Items;
import io.tanshi.itembank.scoring.ItemScoring;
import io.tanshi.marking.human.AnswerTasks.Task;
import io.tanshi.programme.Programmes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a marker's screen asks for. Nothing here tells a candidate, another marker, or an earlier mark. */
@RestController
@RequestMapping("/api/marking")
@Requires(Role.MARKER)
class MarkingController {

    private final MarkingDesk desk;
    private final AnswerTasks tasks;
    private final Items items;
    private final ItemScoring scoring;
    private final Programmes programmes;
    private final Clock clock;

    MarkingController(
            MarkingDesk desk, AnswerTasks tasks, Items items, ItemScoring scoring, Programmes programmes, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.items = items;
        this.scoring = scoring;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** One marking point as shown beside the answer. */
    record MarkingPointView(String text, BigDecimal points, List<String> keywords) {}

    /** An answer on the desk. */
    record AnswerOnDesk(
            UUID id,
            String code,
            String stem,
            String answer,
            int answerLength,
            BigDecimal fullPoints,
            List<MarkingPointView> markingPoints,
            String modelAnswer,
            String rationale) {}

    /** The marker's day; {@code threshold} is the difference above which a third marker is asked. */
    record MarkingDeskView(@Nullable AnswerOnDesk answer, int markedToday, int waiting, BigDecimal threshold) {}

    record MarkRequest(
            @NotEmpty(message = "请给每个评分点打分") @Size(max = 20) List<@NotNull BigDecimal> given,

            @Nullable @Size(max = 500, message = "备注最多 500 字")
            String remark) {}

    @PostMapping("/next")
    MarkingDeskView next(CurrentAccount me) {
        AnswerOnDesk answer = desk.next(me.accountId()).map(this::answer).orElse(null);
        return new MarkingDeskView(
                answer,
                tasks.markedBy(me.accountId(), startOfToday()),
                tasks.waitingFor(me.accountId()),
                programmes.parameters().doubleMarkThreshold().points());
    }

    @PostMapping("/answers/{id}/marks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mark(@PathVariable UUID id, @Valid @RequestBody MarkRequest body, CurrentAccount me) {
        desk.mark(id, body.given(), body.remark() == null ? "" : body.remark(), me);
    }

    private AnswerOnDesk answer(Task task) {
        return view(task, items, scoring);
    }

    static AnswerOnDesk view(Task task, Items items, ItemScoring scoring) {
        String stem = items.candidateItems(List.of(task.item())).getFirst().stem();
        return new AnswerOnDesk(
                task.id(),
                task.code(),
                stem,
                task.answer(),
                task.answer().codePointCount(0, task.answer().length()),
                task.full().points(),
                scoring.markingPoints(task.item()).stream()
                        .map(p -> new MarkingPointView(p.text(), p.points().points(), p.keywords()))
                        .toList(),
                scoring.modelAnswer(task.item()),
                scoring.rationale(task.item()));
    }

    private OffsetDateTime startOfToday() {
        return OffsetDateTime.now(clock).with(LocalTime.MIN);
    }

    /** The leader's requests; a class of its own because another role stands before it. */
    @RestController
    @RequestMapping("/api/marking-leader")
    @Requires(Role.MARKING_LEADER)
    static class Leader {

        private final MarkingDesk desk;
        private final AnswerTasks tasks;
        private final Items items;
        private final ItemScoring scoring;

        Leader(MarkingDesk desk, AnswerTasks tasks, Items items, ItemScoring scoring) {
            this.desk = desk;
            this.tasks = tasks;
            this.items = items;
            this.scoring = scoring;
        }

        /** One mark under arbitration; markers appear by their position only. */
        record MarkUnderArbitration(int position, BigDecimal points, List<BigDecimal> given, String remark) {}

        record ArbitrationCase(AnswerOnDesk answer, List<MarkUnderArbitration> marks) {}

        record ItemMarkingProgress(
                String stem, int awaiting, int awaitingThird, int awaitingArbitration, int decided) {}

        record ArbitrationRequest(
                @NotEmpty(message = "请给每个评分点打分") @Size(max = 20)
                List<@NotNull BigDecimal> given,

                @NotBlank(message = "请写明仲裁理由") @Size(max = 500)
                String reason) {}

        @GetMapping("/progress")
        List<ItemMarkingProgress> progress() {
            return LeaderProgress.of(tasks.progress(), items);
        }

        @GetMapping("/arbitrations")
        List<ArbitrationCase> arbitrations() {
            return desk.awaitingArbitration().stream()
                    .map(task -> new ArbitrationCase(
                            view(task, items, scoring),
                            desk.marks(task.id()).stream().map(Leader::mark).toList()))
                    .toList();
        }

        @PostMapping("/arbitrations/{id}")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void arbitrate(@PathVariable UUID id, @Valid @RequestBody ArbitrationRequest body, CurrentAccount me) {
            desk.arbitrate(id, body.given(), body.reason(), me);
        }

        private static MarkUnderArbitration mark(AnswerTasks.Mark mark) {
            return new MarkUnderArbitration(
                    mark.position(),
                    mark.points().points(),
                    mark.given().points().stream().map(p -> p.points()).toList(),
                    mark.remark());
        }
    }
}
