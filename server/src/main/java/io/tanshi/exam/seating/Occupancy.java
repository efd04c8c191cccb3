package io.tanshi.exam.seating;

import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionState;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts rooms, seats and people of a sitting. */
@Component
public class Occupancy {

    /**
     * @param seats in all rooms
     * @param seated people with a seat, whatever became of them
     * @param entered of these, who came
     * @param absent of these, who did not come before the sitting closed
     * @param waiting people without a seat
     * @param levels with at least one person seated or waiting
     */
    public record Figures(int rooms, int seats, int seated, int entered, int absent, int waiting, List<Level> levels) {

        public Figures {
            levels = List.copyOf(levels);
        }
    }

    private final RoomStore rooms;
    private final AdmissionStore admissions;
    private final CandidacyStore candidacies;

    Occupancy(RoomStore rooms, AdmissionStore admissions, CandidacyStore candidacies) {
        this.rooms = rooms;
        this.admissions = admissions;
        this.candidacies = candidacies;
    }

    @Transactional(readOnly = true)
    public Figures of(SittingId sitting) {
        List<Room> all = rooms.ofSitting(sitting);
        List<Admission> seated = admissions.ofSitting(sitting);
        List<Candidacy> waiting = candidacies.waiting(sitting);
        return new Figures(
                all.size(),
                all.stream().mapToInt(Room::capacity).sum(),
                seated.size(),
                count(seated, AdmissionState.ENTERED),
                count(seated, AdmissionState.ABSENT),
                waiting.size(),
                Arrays.stream(Level.values())
                        .filter(level -> Stream.concat(
                                        seated.stream().map(Admission::level),
                                        waiting.stream().map(Candidacy::level))
                                .anyMatch(level::equals))
                        .toList());
    }

    private static int count(List<Admission> admissions, AdmissionState state) {
        return (int) admissions.stream().filter(a -> a.state() == state).count();
    }
}
