package io.tanshi.exam.seating;

import io.tanshi.exam.Admission;

/** Tells the code that an invigilator would tell; imported by tests. */
public class RoomCodes {

    private final RoomStore rooms;

    RoomCodes(RoomStore rooms) {
        this.rooms = rooms;
    }

    public String of(Admission admission) {
        return rooms.find(admission.roomId()).orElseThrow().code();
    }
}
