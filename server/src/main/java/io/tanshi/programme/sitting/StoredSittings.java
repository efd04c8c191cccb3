package io.tanshi.programme.sitting;

import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import io.tanshi.programme.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers from the stored sittings, their dates counted by the calendar in force. */
@Component
class StoredSittings implements Sittings {

    private final SittingStore store;
    private final WorkingDays days;
    private final ReviewPromise promise;
    private final Clock clock;

    StoredSittings(SittingStore store, WorkingDays days, ReviewPromise promise, Clock clock) {
        this.store = store;
        this.days = days;
        this.promise = promise;
        this.clock = clock;
    }

    @Override
    public Sitting get(SittingId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No sitting has the id " + id));
    }

    @Override
    public Optional<Sitting> find(SittingId id) {
        return store.find(id).map(this::counted);
    }

    @Override
    public Optional<Sitting> findByCode(String code) {
        return store.findByCode(code).map(this::counted);
    }

    @Override
    public List<Sitting> upcoming() {
        return store.from(LocalDate.now(clock)).stream().map(this::counted).toList();
    }

    @Override
    public List<Sitting> all() {
        return store.all().reversed().stream().map(this::counted).toList();
    }

    private Sitting counted(PlannedSitting sitting) {
        return sitting.asSitting(sitting.timetable(days.current(), promise));
    }
}
