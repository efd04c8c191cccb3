package io.tanshi.exam.seating;

import io.tanshi.exam.RoomId;
import io.tanshi.programme.SittingId;

/**
 * An exam room of a sitting.
 *
 * @param capacity number of seats, counted from 1
 * @param code told in the room; only invigilators and administrators see it
 */
record Room(RoomId id, SittingId sittingId, Site site, String name, int capacity, String code) {

    /** As people say it: 杭州考点 201 机房. */
    String title() {
        return site.name() + " " + name;
    }

    @Override
    public String toString() {
        return "Room[" + id + "]";
    }
}
