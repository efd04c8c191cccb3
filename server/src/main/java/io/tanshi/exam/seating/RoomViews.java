package io.tanshi.exam.seating;

import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.RunState;
import io.tanshi.programme.Level;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What the screens of rooms and seats show. */
final class RoomViews {

    private RoomViews() {}

    record RoomBoardView(
            UUID sittingId,
            String sittingName,
            LocalDate examDate,
            RunState runState,
            String runStateLabel,
            OffsetDateTime entryOpensAt,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            int seats,
            int seated,
            List<LevelCountView> levels,
            List<RoomView> rooms,
            List<WaitingView> waiting) {}

    record LevelCountView(Level level, String label, int seated, int waiting) {}

    /** @param code only for administrators and invigilators, who are the only ones to get this view */
    record RoomView(
            UUID id,
            String site,
            String address,
            String name,
            int capacity,
            int taken,
            String code,
            List<SeatView> seats) {}

    record SeatView(
            UUID admissionId,
            int seat,
            String ticketNumber,
            String name,
            String maskedDocument,
            String levelLabel,
            AdmissionState state,
            String stateLabel) {}

    record WaitingView(UUID personId, String name, String institution, String levelLabel, OffsetDateTime since) {}
}
