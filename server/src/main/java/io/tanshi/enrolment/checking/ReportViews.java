package io.tanshi.enrolment.checking;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report as candidate, institution and reviewer see it: the same words for all three. */
@Component
public class ReportViews {

    /** @param subject see {@link Subject#code} */
    public record DataReportView(
            UUID id,
            String subject,
            String label,
            Report.State state,
            String stateLabel,
            String words,
            OffsetDateTime reportedAt,
            @Nullable String answer,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String answeredBy) {}

    private final Clock clock;

    ReportViews(Clock clock) {
        this.clock = clock;
    }

    public DataReportView of(Report report) {
        Instant answered = report.answeredAt();
        return new DataReportView(
                report.id(),
                report.subject().code(),
                report.subject().label(),
                report.state(),
                report.state().label(),
                report.words(),
                time(report.reportedAt()),
                report.answer(),
                answered == null ? null : time(answered),
                report.answeredBy());
    }

    private OffsetDateTime time(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }
}
