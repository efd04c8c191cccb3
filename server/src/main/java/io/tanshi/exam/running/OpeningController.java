package io.tanshi.exam.running;

import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Installation;
import io.tanshi.platform.Problem;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Readiness, opening and closing of a sitting. */
@RestController
class OpeningController {

    private final Sittings sittings;
    private final SittingRuns runs;
    private final Readiness readiness;
    private final Attendance attendance;
    private final OpeningDesk desk;
    private final Installation installation;
    private final Clock clock;

    OpeningController(
            Sittings sittings,
            SittingRuns runs,
            Readiness readiness,
            Attendance attendance,
            OpeningDesk desk,
            Installation installation,
            Clock clock) {
        this.sittings = sittings;
        this.runs = runs;
        this.readiness = readiness;
        this.attendance = attendance;
        this.desk = desk;
        this.installation = installation;
        this.clock = clock;
    }

    record ReadinessLineView(
            String key, String title, ReadinessLine.State state, String stateLabel, String words, boolean blocking) {}

    /**
     * @param lines what is worked off before the opening; empty afterwards
     * @param closeRefusal why it cannot be closed now; absent when it can
     * @param demo whether the demonstration may move the business time to the exam
     */
    record OpeningView(
            UUID sittingId,
            String sittingName,
            RunState state,
            String stateLabel,
            OffsetDateTime now,
            OffsetDateTime entryOpensAt,
            OffsetDateTime startsAt,
            OffsetDateTime lateEntryEndsAt,
            OffsetDateTime handInOpensAt,
            OffsetDateTime endsAt,
            OffsetDateTime graceEndsAt,
            List<ReadinessLineView> lines,
            AttendanceView attendance,
            boolean canOpen,
            @Nullable String closeRefusal,
            boolean demo) {}

    record AttendanceView(int seated, int entered, int absent, int unfinished) {}

    record DutySittingView(
            UUID id,
            String code,
            String name,
            LocalDate examDate,
            RunState state,
            String stateLabel,
            OffsetDateTime startsAt) {}

    @GetMapping("/api/admin/exam/sittings/{id}/opening")
    @Requires(Role.ADMINISTRATOR)
    OpeningView opening(@PathVariable UUID id) {
        return view(sitting(id));
    }

    @PostMapping("/api/admin/exam/sittings/{id}/open")
    @Requires(Role.ADMINISTRATOR)
    OpeningView open(@PathVariable UUID id, CurrentAccount me) {
        Sitting sitting = sitting(id);
        desk.open(sitting.id(), me.actor());
        return view(sitting);
    }

    @PostMapping("/api/admin/exam/sittings/{id}/close")
    @Requires(Role.ADMINISTRATOR)
    OpeningView close(@PathVariable UUID id, CurrentAccount me) {
        Sitting sitting = sitting(id);
        desk.close(sitting.id(), me.actor());
        return view(sitting);
    }

    /** Sittings that are open or still to come, the next one first. */
    @GetMapping("/api/invigilator/sittings")
    @Requires(Role.INVIGILATOR)
    List<DutySittingView> onDuty() {
        Stream<Sitting> open =
                sittings.all().stream().filter(sitting -> runs.of(sitting.id()).state() == RunState.OPEN);
        return Stream.concat(open, sittings.upcoming().stream())
                .distinct()
                .map(this::duty)
                .toList();
    }

    @GetMapping("/api/invigilator/sittings/{id}/readiness")
    @Requires(Role.INVIGILATOR)
    OpeningView readiness(@PathVariable UUID id) {
        return view(sitting(id));
    }

    private DutySittingView duty(Sitting sitting) {
        SittingRun run = runs.of(sitting.id());
        return new DutySittingView(
                sitting.id().value(),
                sitting.code(),
                sitting.name(),
                sitting.examDate(),
                run.state(),
                run.label(clock.instant()),
                at(run.startsAt()));
    }

    private OpeningView view(Sitting sitting) {
        SittingRun run = runs.of(sitting.id());
        List<ReadinessLine> lines = run.state() == RunState.PLANNED ? readiness.of(run) : List.of();
        Attendance.Figures figures = attendance.of(sitting.id());
        return new OpeningView(
                sitting.id().value(),
                sitting.name(),
                run.state(),
                run.label(clock.instant()),
                at(clock.instant()),
                at(run.entryOpensAt()),
                at(run.startsAt()),
                at(run.lateEntryEndsAt()),
                at(run.handInOpensAt()),
                at(run.endsAt()),
                at(run.graceEndsAt()),
                lines.stream().map(OpeningController::view).toList(),
                new AttendanceView(figures.seated(), figures.entered(), figures.absent(), figures.unfinished()),
                run.state() == RunState.PLANNED && lines.stream().noneMatch(ReadinessLine::blocking),
                ClosingRule.refusal(run, clock.instant(), figures.unfinished(), figures.expected())
                        .orElse(null),
                installation.isDemo());
    }

    private static ReadinessLineView view(ReadinessLine line) {
        return new ReadinessLineView(
                line.key().name(), line.title(), line.state(), line.state().label(), line.words(), line.blocking());
    }

    private Sitting sitting(UUID id) {
        return sittings.find(new SittingId(id)).orElseThrow(() -> Problem.notFound("这个考期"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ReviewPromise.ZONE).toOffsetDateTime();
    }
}
