package io.tanshi.exam.seating;

import io.tanshi.exam.RoomId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which seats of a sitting are taken; gives out the next free one, room by room. */
final class SeatPlan {

    private final List<Room> rooms;
    private final Map<RoomId, BitSet> taken = new HashMap<>();

    SeatPlan(List<Room> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    /** A seat of a room, counted from 1. */
    record Seat(Room room, int number) {}

    void take(RoomId room, int number) {
        taken.computeIfAbsent(room, id -> new BitSet()).set(number);
    }

    /** Takes the first free seat, empty when every room is full. */
    Optional<Seat> takeNext() {
        return rooms.stream().flatMap(room -> nextIn(room).stream()).findFirst().map(this::taking);
    }

    /** Takes the first free seat of one room. */
    Optional<Seat> takeNextIn(RoomId wanted) {
        return rooms.stream()
                .filter(room -> room.id().equals(wanted))
                .flatMap(room -> nextIn(room).stream())
                .findFirst()
                .map(this::taking);
    }

    private Seat taking(Seat seat) {
        take(seat.room().id(), seat.number());
        return seat;
    }

    private Optional<Seat> nextIn(Room room) {
        int number = taken.getOrDefault(room.id(), new BitSet()).nextClearBit(1);
        return number > room.capacity() ? Optional.empty() : Optional.of(new Seat(room, number));
    }
}
