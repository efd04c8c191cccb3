package io.tanshi.results.release;

import io.tanshi.exam.Admission;
import io.tanshi.exam.Admissions;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.marking.Scripts;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.results.Result;
import io.tanshi.results.ResultState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The administrators' view of a sitting's results, and their two acts. */
@RestController
@RequestMapping("/api/admin/results")
@Requires(Role.ADMINISTRATOR)
class ResultsController {

    private final ResultStore results;
    private final ReleaseOffice office;
    private final Scripts scripts;
    private final Admissions admissions;
    private final People people;

    ResultsController(
            ResultStore results, ReleaseOffice office, Scripts scripts, Admissions admissions, People people) {
        this.results = results;
        this.office = office;
        this.scripts = scripts;
        this.admissions = admissions;
        this.people = people;
    }

    record ResultRow(
            UUID id,
            String name,
            String maskedIdNumber,
            String ticketNumber,
            Level level,
            BigDecimal singleChoice,
            BigDecimal multipleChoice,
            BigDecimal extendedText,
            BigDecimal total,
            boolean passed,
            ResultState state) {}

    /** How far the results of a sitting are; {@code composed}, {@code approved} and {@code released} count results. */
    record SittingResultsView(
            int scriptsReceived,
            int scriptsMarked,
            long composed,
            long approved,
            long released,
            BigDecimal passMark,
            List<ResultRow> rows) {}

    record ResultsActed(int count) {}

    @GetMapping("/{sitting}")
    SittingResultsView results(@PathVariable UUID sitting) {
        SittingId id = new SittingId(sitting);
        List<Result> all = results.ofSitting(id);
        Scripts.Progress progress = scripts.progress(id);
        return new SittingResultsView(
                progress.received(),
                progress.marked(),
                count(all, ResultState.COMPOSED),
                count(all, ResultState.APPROVED),
                count(all, ResultState.RELEASED),
                all.stream().findFirst().map(r -> r.passMark().points()).orElse(BigDecimal.ZERO),
                rows(id, all));
    }

    @PostMapping("/{sitting}/approval")
    ResultsActed approve(@PathVariable UUID sitting, CurrentAccount me) {
        return new ResultsActed(office.approve(new SittingId(sitting), me));
    }

    @PostMapping("/{sitting}/release")
    ResultsActed release(@PathVariable UUID sitting, CurrentAccount me) {
        return new ResultsActed(office.release(new SittingId(sitting), me));
    }

    private List<ResultRow> rows(SittingId sitting, List<Result> all) {
        Map<PersonId, PersonView> names =
                people.views(all.stream().map(Result::personId).toList());
        Map<PersonId, Admission> seats = admissions.ofSitting(sitting).stream()
                .collect(Collectors.toMap(Admission::personId, Function.identity()));
        return all.stream()
                .map(r -> row(
                        r, Optional.ofNullable(names.get(r.personId())), Optional.ofNullable(seats.get(r.personId()))))
                .toList();
    }

    private static ResultRow row(Result r, Optional<PersonView> person, Optional<Admission> seat) {
        return new ResultRow(
                r.id().value(),
                person.map(PersonView::name).orElse("—"),
                person.map(PersonView::maskedIdNumber).orElse("—"),
                seat.map(Admission::ticketNumber).orElse("—"),
                r.level(),
                r.singleChoice().points(),
                r.multipleChoice().points(),
                r.extendedText().points(),
                r.total().points(),
                r.passed(),
                r.state());
    }

    private static long count(List<Result> all, ResultState state) {
        return all.stream().filter(r -> r.state() == state).count();
    }
}
