package io.tanshi.programme.sitting;

import io.tanshi.audit.Actor;
import io.tanshi.kernel.WorkingDayCalendar;
import io.tanshi.programme.Milestone;
import io.tanshi.programme.MilestoneKey;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Timetable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which deadlines another calendar moves or makes firm. */
@Component
public class DeadlineRecount {

    /**
     * One deadline of one sitting under two calendars.
     *
     * @param nowProvisional whether the later one may still move
     */
    public record Shift(
            SittingId sittingId,
            String sittingName,
            MilestoneKey key,
            LocalDate before,
            LocalDate after,
            boolean wasProvisional,
            boolean nowProvisional) {}

    private final SittingStore store;
    private final ReviewPromise promise;
    private final Clock clock;

    DeadlineRecount(SittingStore store, ReviewPromise promise, Clock clock) {
        this.store = store;
        this.promise = promise;
        this.clock = clock;
    }

    /** Every deadline whose day or firmness differs, by sitting. */
    public List<Shift> between(WorkingDayCalendar before, WorkingDayCalendar after) {
        List<Shift> shifts = new ArrayList<>();
        for (PlannedSitting sitting : store.all()) {
            Timetable old = sitting.timetable(before, promise.with(before));
            Timetable counted = sitting.timetable(after, promise.with(after));
            for (MilestoneKey key : MilestoneKey.values()) {
                Milestone was = old.get(key);
                Milestone is = counted.get(key);
                if (!was.from().equals(is.from()) || was.provisional() != is.provisional()) {
                    shifts.add(new Shift(
                            sitting.id(),
                            sitting.name(),
                            key,
                            was.from(),
                            is.from(),
                            was.provisional(),
                            is.provisional()));
                }
            }
        }
        return shifts;
    }

    /** Writes the shifts into the histories of their sittings, in the caller's transaction. */
    public void note(List<Shift> shifts, String reason, Actor actor) {
        shifts.stream().collect(Collectors.groupingBy(Shift::sittingId)).forEach((id, ofOne) -> {
            String detail = ofOne.stream().map(DeadlineRecount::words).collect(Collectors.joining("；"));
            store.note(id, new SittingStore.SittingChange(clock.instant(), actor.label(), "期限重算", reason, detail));
        });
    }

    private static String words(Shift shift) {
        String moved = shift.before().equals(shift.after())
                ? shift.after().toString()
                : shift.before() + " → " + shift.after();
        return shift.key().label() + " " + moved + (shift.nowProvisional() ? "（暂定）" : "（已确定）");
    }
}
