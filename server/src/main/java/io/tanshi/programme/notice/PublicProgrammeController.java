package io.tanshi.programme.notice;

import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.programme.PaperSection;
import io.tanshi.programme.Programme;
import io.tanshi.programme.ProgrammeParameters;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Sittings;
import io.tanshi.programme.WorkingDays;
import io.tanshi.programme.notice.ProgrammeView.CompositionView;
import io.tanshi.programme.notice.ProgrammeView.LevelView;
import io.tanshi.programme.sitting.SittingView;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicProgrammeController {

    private final Programmes programmes;
    private final Sittings sittings;
    private final WorkingDays days;
    private final SittingRules rules;
    private final Clock clock;

    PublicProgrammeController(
            Programmes programmes, Sittings sittings, WorkingDays days, SittingRules rules, Clock clock) {
        this.programmes = programmes;
        this.sittings = sittings;
        this.days = days;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/api/public/programme")
    @PublicEndpoint("the public page tells what the programme is and when it is held")
    ProgrammeView programme() {
        Programme programme = programmes.current();
        ProgrammeParameters parameters = programmes.parameters();
        OffsetDateTime now = OffsetDateTime.now(clock);
        return new ProgrammeView(
                programme.name(),
                programme.series(),
                programme.field(),
                programme.issuer(),
                parameters.statement(),
                programme.levels().stream()
                        .map(level -> new LevelView(level.name(), level.label()))
                        .toList(),
                ClauseTable.of(conditions()),
                programme.composition().stream()
                        .map(PublicProgrammeController::section)
                        .toList(),
                parameters.durationMinutes(),
                parameters.passMark().points().intValueExact(),
                parameters.retakeFee().amount(),
                next(now),
                now);
    }

    /** Of the next sitting; what would be taken for a new one while none lies ahead. */
    private RuleSet conditions() {
        return sittings.upcoming().stream()
                .findFirst()
                .map(sitting -> rules.eligibility(sitting.id()))
                .orElseGet(programmes::eligibility);
    }

    private @Nullable SittingView next(OffsetDateTime now) {
        return sittings.upcoming().stream()
                .findFirst()
                .map(sitting -> SittingView.of(sitting, days, now))
                .orElse(null);
    }

    private static CompositionView section(PaperSection section) {
        return new CompositionView(section.kind(), section.kind().label(), section.count(), section.points());
    }
}
