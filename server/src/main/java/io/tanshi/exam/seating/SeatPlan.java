package io.tanshi.exam.seating;

import io.tanshi.exam.RoomId;
import io.tanshi.identity.session.InstitutionId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which seats of a sitting are taken, and by people of which institution. Gives out free seats: first on the site that
 * the institution prefers, and there beside nobody of the same institution as long as there is such a seat.
 */
final class SeatPlan {

    private static final InstitutionId UNKNOWN = new InstitutionId(new UUID(0, 0));

    private final List<Room> rooms;
    private final Map<InstitutionId, UUID> preferred;
    private final Map<RoomId, Map<Integer, InstitutionId>> taken = new HashMap<>();

    SeatPlan(List<Room> rooms, Map<InstitutionId, UUID> preferred) {
        this.rooms = List.copyOf(rooms);
        this.preferred = Map.copyOf(preferred);
    }

    /** A seat of a room, counted from 1. */
    record Seat(Room room, int number) {}

    void take(RoomId room, int number, @Nullable InstitutionId institution) {
        taken.computeIfAbsent(room, _ -> new HashMap<>()).put(number, institution == null ? UNKNOWN : institution);
    }

    /** Takes the best free seat, empty when every room is full. A site is filled before the next one is begun. */
    Optional<Seat> takeNext(@Nullable InstitutionId institution) {
        return sites(institution)
                .flatMap(here -> Stream.concat(
                        here.stream().flatMap(room -> apart(room, institution).stream()),
                        here.stream().flatMap(room -> anyIn(room).stream())))
                .findFirst()
                .map(seat -> taking(seat, institution));
    }

    /** Takes the best free seat of one room. */
    Optional<Seat> takeNextIn(RoomId wanted, @Nullable InstitutionId institution) {
        return rooms.stream()
                .filter(room -> room.id().equals(wanted))
                .flatMap(room -> apart(room, institution).or(() -> anyIn(room)).stream())
                .findFirst()
                .map(seat -> taking(seat, institution));
    }

    private Stream<List<Room>> sites(@Nullable InstitutionId institution) {
        UUID first = institution == null ? null : preferred.get(institution);
        Map<UUID, List<Room>> bySite = new LinkedHashMap<>();
        rooms.forEach(room -> bySite.merge(
                room.site().id(),
                List.of(room),
                (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return Stream.concat(
                bySite.entrySet().stream().filter(e -> e.getKey().equals(first)).map(Map.Entry::getValue),
                bySite.entrySet().stream()
                        .filter(e -> !e.getKey().equals(first))
                        .map(Map.Entry::getValue));
    }

    private Seat taking(Seat seat, @Nullable InstitutionId institution) {
        take(seat.room().id(), seat.number(), institution);
        return seat;
    }

    private Optional<Seat> apart(Room room, @Nullable InstitutionId institution) {
        if (institution == null) {
            return Optional.empty();
        }
        InstitutionId own = institution;
        return free(room, seat -> !own.equals(sitting(room, seat - 1)) && !own.equals(sitting(room, seat + 1)));
    }

    private Optional<Seat> anyIn(Room room) {
        return free(room, _ -> true);
    }

    private Optional<Seat> free(Room room, IntPredicate fits) {
        return IntStream.rangeClosed(1, room.capacity())
                .filter(seat -> sitting(room, seat) == null)
                .filter(fits)
                .mapToObj(seat -> new Seat(room, seat))
                .findFirst();
    }

    private @Nullable InstitutionId sitting(Room room, int seat) {
        return taken.getOrDefault(room.id(), Map.of()).get(seat);
    }
}
