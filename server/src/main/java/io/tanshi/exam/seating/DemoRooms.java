package io.tanshi.exam.seating;

import io.tanshi.audit.Actor;
import io.tanshi.platform.StartStep;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rooms for the sitting of the demonstration, made at its first start. */
@Component
@Profile("demo")
@Order(StartStep.EXAM)
class DemoRooms implements StartStep {

    private static final Actor DEMO = Actor.system("demo-data");
    private static final String SITTING = "2026-12";
    private static final List<RoomDesk.NewRoom> ROOMS = List.of(
            new RoomDesk.NewRoom("杭州考点", "杭州市西湖区青山路 1 号 实训楼", "201 机房", 24),
            new RoomDesk.NewRoom("杭州考点", "杭州市西湖区青山路 1 号 实训楼", "202 机房", 24),
            new RoomDesk.NewRoom("宁波考点", "宁波市鄞州区海曙巷 6 号 信息楼", "302 机房", 24));

    private final Sittings sittings;
    private final RoomStore rooms;
    private final RoomDesk desk;

    DemoRooms(Sittings sittings, RoomStore rooms, RoomDesk desk) {
        this.sittings = sittings;
        this.rooms = rooms;
        this.desk = desk;
    }

    @Override
    public void run() {
        sittings.findByCode(SITTING)
                .map(Sitting::id)
                .filter(sitting -> rooms.ofSitting(sitting).isEmpty())
                .ifPresent(sitting -> ROOMS.forEach(room -> desk.add(sitting, room, DEMO)));
    }
}
