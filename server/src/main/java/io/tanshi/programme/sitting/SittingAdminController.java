package io.tanshi.programme.sitting;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.CalendarDay;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.sitting.PlannedSitting.Move;
import io.tanshi.programme.sitting.SittingPages.SittingOutlook;
import io.tanshi.programme.sitting.SittingPages.SittingPage;
import io.tanshi.programme.sitting.SittingPages.SittingSummary;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
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

@RestController
@RequestMapping("/api/admin/sittings")
@Requires(Role.ADMINISTRATOR)
class SittingAdminController {

    private final SittingDesk desk;
    private final SittingPlanning planning;

    SittingAdminController(SittingDesk desk, SittingPlanning planning) {
        this.desk = desk;
        this.planning = planning;
    }

    record SittingOutlookRequest(
            @NotNull(message = "请选考试日期") LocalDate examDate,
            @Nullable LocalDateTime registrationCloses,
            @Nullable @Size(max = 100, message = "最多 100 字") String registrationBasis) {

        Move move() {
            return new Move(examDate, registrationCloses, registrationBasis);
        }
    }

    /** The version is that of the page the decision was taken on. */
    record SittingMoveRequest(
            @NotNull(message = "请选考试日期") LocalDate examDate,
            @Nullable LocalDateTime registrationCloses,
            @Nullable @Size(max = 100, message = "最多 100 字") String registrationBasis,

            @NotBlank(message = "请写明修改原因") @Size(max = 200, message = "最多 200 字")
            String reason,

            int version) {}

    record LookupOpeningRequest(
            @NotBlank(message = "请写明提前开放的原因") @Size(max = 200, message = "最多 200 字")
            String reason,

            int version) {}

    record SittingYearRequest(int year) {}

    @GetMapping
    List<SittingSummary> list() {
        return desk.list();
    }

    @GetMapping("/{id}")
    SittingPage page(@PathVariable UUID id) {
        return desk.page(new SittingId(id));
    }

    @PostMapping("/{id}/outlook")
    SittingOutlook outlook(@PathVariable UUID id, @Valid @RequestBody SittingOutlookRequest body) {
        return desk.outlook(new SittingId(id), body.move());
    }

    @PostMapping("/{id}/move")
    SittingPage move(@PathVariable UUID id, @Valid @RequestBody SittingMoveRequest body, CurrentAccount me) {
        Move move = new Move(body.examDate(), body.registrationCloses(), body.registrationBasis());
        planning.move(act(id, body.version(), body.reason(), me), move);
        return desk.page(new SittingId(id));
    }

    @PostMapping("/{id}/open-lookup")
    SittingPage openLookup(@PathVariable UUID id, @Valid @RequestBody LookupOpeningRequest body, CurrentAccount me) {
        planning.openLookup(act(id, body.version(), body.reason(), me));
        return desk.page(new SittingId(id));
    }

    /** The sittings of a year that are not there yet, with both readings of each. */
    @GetMapping("/years/{year}")
    List<SittingSummary> missing(@PathVariable int year) {
        return planning.missingOf(year).stream().map(desk::summary).toList();
    }

    /** What a new sitting takes over from the latest one. */
    @GetMapping("/copied")
    List<SittingPages.SittingSettingView> copied() {
        return desk.copied();
    }

    @PostMapping("/years")
    @ResponseStatus(HttpStatus.CREATED)
    List<SittingSummary> createYear(@RequestBody SittingYearRequest body, CurrentAccount me) {
        return planning.createYear(body.year(), me.actor()).stream()
                .map(desk::summary)
                .toList();
    }

    /** The days of a calendar sheet, from six days before the month to six days after it. */
    @GetMapping("/sheet/{month}")
    List<CalendarDay> sheet(@PathVariable YearMonth month) {
        return desk.sheet(month);
    }

    private static SittingPlanning.Act act(UUID id, int version, String reason, CurrentAccount me) {
        return new SittingPlanning.Act(new SittingId(id), version, reason.strip(), me.actor());
    }
}
