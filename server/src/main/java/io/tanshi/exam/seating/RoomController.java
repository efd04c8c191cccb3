package io.tanshi.exam.seating;

import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.RoomId;
import io.tanshi.exam.seating.RoomViews.RoomBoardView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms and seats: upkeep for the administrator, a look for the invigilator. */
@RestController
class RoomController {

    private final Sittings sittings;
    private final RoomDesk desk;
    private final RoomBoard board;

    RoomController(Sittings sittings, RoomDesk desk, RoomBoard board) {
        this.sittings = sittings;
        this.desk = desk;
        this.board = board;
    }

    record NewRoomRequest(
            @NotBlank(message = "请填写考点") @Size(max = 40, message = "最多 40 字")
            String site,

            @Nullable @Size(max = 100, message = "最多 100 字") String address,

            @NotBlank(message = "请填写机房") @Size(max = 40, message = "最多 40 字")
            String name,

            @Min(value = 1, message = "至少 1 座") @Max(value = 500, message = "最多 500 座")
            int capacity) {}

    record RoomChangeRequest(
            @Min(value = 1, message = "至少 1 座") @Max(value = 500, message = "最多 500 座")
            int capacity) {}

    record SeatMoveRequest(
            @NotNull(message = "请选考场") UUID roomId,

            @NotBlank(message = "请写明换座原因") @Size(max = 500, message = "最多 500 字")
            String reason) {}

    @GetMapping("/api/admin/exam/sittings/{id}/rooms")
    @Requires(Role.ADMINISTRATOR)
    RoomBoardView rooms(@PathVariable UUID id) {
        return board.of(sitting(id));
    }

    @GetMapping("/api/invigilator/sittings/{id}/rooms")
    @Requires(Role.INVIGILATOR)
    RoomBoardView roomsOnDuty(@PathVariable UUID id) {
        return board.of(sitting(id));
    }

    @PostMapping("/api/admin/exam/sittings/{id}/rooms")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.CREATED)
    RoomBoardView add(@PathVariable UUID id, @Valid @RequestBody NewRoomRequest body, CurrentAccount me) {
        Sitting sitting = sitting(id);
        desk.add(
                sitting.id(),
                new RoomDesk.NewRoom(
                        body.site().strip(), body.address(), body.name().strip(), body.capacity()),
                me.actor());
        return board.of(sitting);
    }

    @PutMapping("/api/admin/exam/rooms/{id}")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UUID id, @Valid @RequestBody RoomChangeRequest body, CurrentAccount me) {
        desk.change(new RoomId(id), body.capacity(), me.actor());
    }

    @DeleteMapping("/api/admin/exam/rooms/{id}")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, CurrentAccount me) {
        desk.remove(new RoomId(id), me.actor());
    }

    @PostMapping("/api/admin/exam/rooms/{id}/code")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renewCode(@PathVariable UUID id, CurrentAccount me) {
        desk.renewCode(new RoomId(id), me.actor());
    }

    @PostMapping("/api/admin/exam/admissions/{id}/seat")
    @Requires(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable UUID id, @Valid @RequestBody SeatMoveRequest body, CurrentAccount me) {
        desk.move(new AdmissionId(id), new RoomId(body.roomId()), body.reason().strip(), me.actor());
    }

    private Sitting sitting(UUID id) {
        return sittings.find(new SittingId(id)).orElseThrow(() -> Problem.notFound("这个考期"));
    }
}
