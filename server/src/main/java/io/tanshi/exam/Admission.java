package io.tanshi.exam;

import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;

/**
 * A person's place in a sitting.
 *
 * @param ticketNumber the 准考证号, ten digits: year, month and day of the exam, level digit, sequence
 * @param site the exam site (考点)
 * @param room the room's name within the site
 * @param roomId the same room as an id, for grouping
 * @param seat counted from 1 within the room
 * @param state what became of it
 */
public record Admission(
        AdmissionId id,
        PersonId personId,
        SittingId sittingId,
        Level level,
        String ticketNumber,
        String site,
        String room,
        RoomId roomId,
        int seat,
        AdmissionState state) {}
