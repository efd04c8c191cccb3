package io.tanshi.programme.sitting;

import io.tanshi.kernel.WorkingDayCalendar;
import io.tanshi.programme.DeadlineRules;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.SittingReading;
import io.tanshi.programme.Timetable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A sitting with its stored date. Verbs answer with the next state or with the reason why not.
 *
 * @param basis exam date, bell, and what was set by hand
 * @param registrationBasis why registration closes otherwise than by the rule; null: by the rule
 * @param version grows with every change, so that two people never overwrite each other
 */
record PlannedSitting(
        SittingId id,
        YearMonth month,
        Timetable.Basis basis,
        @Nullable String registrationBasis,
        int version) {

    /** A new date, and possibly a close of registration set by hand. */
    record Move(
            LocalDate examDate,
            @Nullable LocalDateTime registrationCloses,
            @Nullable String registrationBasis) {}

    /** What became of a verb. */
    sealed interface Decision {
        record Accepted(PlannedSitting sitting) implements Decision {}

        /**
         * @param field of the form
         * @param reason a whole sentence
         */
        record Refused(String field, String reason) implements Decision {}
    }

    static PlannedSitting plan(YearMonth month, SittingReading reading, LocalTime startsAt, DeadlineRules rules) {
        Timetable.Basis basis = new Timetable.Basis(reading.in(month), startsAt, null, null, rules);
        return new PlannedSitting(SittingId.next(), month, basis, null, 1);
    }

    String code() {
        return month.toString();
    }

    String name() {
        return nameOf(month);
    }

    static String nameOf(YearMonth month) {
        return "%d 年 %d 月考期".formatted(month.getYear(), month.getMonthValue());
    }

    LocalDate examDate() {
        return basis.examDate();
    }

    boolean heldBy(LocalDateTime now) {
        return !now.isBefore(basis.examDate().atTime(basis.startsAt()));
    }

    /** Moves the exam and everything derived from it. */
    Decision move(Move move, LocalDateTime now) {
        LocalDateTime closing = move.registrationCloses() == null
                ? null
                : move.registrationCloses().truncatedTo(ChronoUnit.SECONDS);
        if (heldBy(now)) {
            return new Decision.Refused("examDate", "%s已于 %s 开考，日期不能再改。".formatted(name(), examDate()));
        }
        if (!move.examDate().isAfter(now.toLocalDate())) {
            return new Decision.Refused(
                    "examDate", "考试日期须晚于今天 %s，发现 %s。".formatted(now.toLocalDate(), move.examDate()));
        }
        if (closing != null && !closing.isBefore(move.examDate().atTime(basis.startsAt()))) {
            return new Decision.Refused(
                    "registrationCloses", "报名截止须早于开考 %s %s。".formatted(move.examDate(), basis.startsAt()));
        }
        if (closing != null
                && (move.registrationBasis() == null || move.registrationBasis().isBlank())) {
            return new Decision.Refused("registrationBasis", "改写报名截止须写明依据。");
        }
        Timetable.Basis next =
                new Timetable.Basis(move.examDate(), basis.startsAt(), closing, basis.lookupOpened(), basis.rules());
        if (next.equals(basis)) {
            return new Decision.Refused("examDate", "没有改动：日期和报名截止与现值相同。");
        }
        String why = closing == null || move.registrationBasis() == null
                ? null
                : move.registrationBasis().strip();
        return new Decision.Accepted(new PlannedSitting(id, month, next, why, version + 1));
    }

    /** Opens the public look-up on {@code today}, before the date of the rule. */
    Decision openLookup(LocalDate today, LocalDate byRule) {
        if (basis.lookupOpened() != null) {
            return new Decision.Refused("reason", "证书查询已于 %s 开放。".formatted(basis.lookupOpened()));
        }
        if (!today.isAfter(examDate())) {
            return new Decision.Refused("reason", "考试日 %s 之后才能开放证书查询。".formatted(examDate()));
        }
        if (!today.isBefore(byRule)) {
            return new Decision.Refused("reason", "已到规定的开放日 %s，查询自动开放，不必提前。".formatted(byRule));
        }
        Timetable.Basis next = new Timetable.Basis(
                basis.examDate(), basis.startsAt(), basis.registrationCloses(), today, basis.rules());
        return new Decision.Accepted(new PlannedSitting(id, month, next, registrationBasis, version + 1));
    }

    Timetable timetable(WorkingDayCalendar days, ReviewPromise promise) {
        return Timetable.of(basis, days, promise);
    }

    Sitting asSitting(Timetable timetable) {
        return new Sitting(
                id,
                code(),
                name(),
                basis.examDate(),
                basis.startsAt(),
                basis.closing().atZone(ReviewPromise.ZONE).toInstant(),
                timetable);
    }
}
