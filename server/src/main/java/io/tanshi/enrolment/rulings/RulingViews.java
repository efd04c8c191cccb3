package io.tanshi.enrolment.rulings;

import io.tanshi.platform.PageView;
import io.tanshi.programme.Level;
import io.tanshi.programme.ReviewPromise;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages on rulings show; nothing of a person. */
final class RulingViews {

    private RulingViews() {}

    record RulingsPage(PageView<MajorRulingView> majors, List<CaseRulingView> cases) {}

    record MajorRulingView(
            UUID id,
            String ruleSet,
            String major,
            boolean related,
            String reason,
            OffsetDateTime decidedAt,
            String decidedBy,
            @Nullable OffsetDateTime revokedAt,
            @Nullable String revokedBy,
            @Nullable String revokeReason) {

        static MajorRulingView of(StoredRuling ruling) {
            StoredRuling.Revocation revocation = ruling.revocation();
            return new MajorRulingView(
                    ruling.id(),
                    ruling.ruleSet(),
                    ruling.major(),
                    ruling.related(),
                    ruling.reason(),
                    time(ruling.decidedAt()),
                    ruling.decidedBy(),
                    revocation == null ? null : time(revocation.at()),
                    revocation == null ? null : revocation.by(),
                    revocation == null ? null : revocation.reason());
        }
    }

    /** @param clause e.g. 中级(5) */
    record CaseRulingView(
            String ruleSet, String clause, String subject, String reason, OffsetDateTime decidedAt, String decidedBy) {

        static CaseRulingView of(RulingStore.Case ruled) {
            return new CaseRulingView(
                    ruled.ruleSet(),
                    Level.valueOf(ruled.level()).label() + "(" + ruled.clause() + ")",
                    ruled.subject(),
                    ruled.reason(),
                    time(ruled.decidedAt()),
                    ruled.by());
        }
    }

    /**
     * The question an application's major raises.
     *
     * @param major empty when the row does not say it
     * @param open whether a ruling would decide and none is known
     * @param clauses the clauses that would hold if the major were related
     * @param ruling the precedent that counts for the application
     * @param similar rulings on majors of a similar name
     */
    record MajorQuestion(
            String major,
            String ruleSet,
            boolean listed,
            boolean open,
            List<String> clauses,
            @Nullable MajorRulingView ruling,
            List<MajorRulingView> similar) {}

    private static OffsetDateTime time(Instant instant) {
        return instant.atZone(ReviewPromise.ZONE).toOffsetDateTime();
    }
}
