package io.tanshi.exam.seating;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.ExamError;
import io.tanshi.exam.RoomId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Upkeep of a sitting's rooms and seats. Whoever waits is seated as soon as there is a seat. */
@Service
class RoomDesk {

    private final RoomStore rooms;
    private final SiteStore sites;
    private final SiteDesk siteDesk;
    private final CandidacyStore candidacies;
    private final AdmissionStore admissions;
    private final AdmissionBook book;
    private final Seating seating;
    private final AuditTrail trail;
    private final Clock clock;

    RoomDesk(
            RoomStore rooms,
            SiteStore sites,
            SiteDesk siteDesk,
            CandidacyStore candidacies,
            AdmissionStore admissions,
            AdmissionBook book,
            Seating seating,
            AuditTrail trail,
            Clock clock) {
        this.rooms = rooms;
        this.sites = sites;
        this.siteDesk = siteDesk;
        this.candidacies = candidacies;
        this.admissions = admissions;
        this.book = book;
        this.seating = seating;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A room to be.
     *
     * @param address of the site, when it is a new one
     */
    record NewRoom(String site, @Nullable String address, String name, int capacity) {}

    @Transactional
    public RoomId add(SittingId sitting, NewRoom wanted, Actor by) {
        rooms.lock(sitting);
        Room room =
                new Room(RoomId.next(), sitting, site(wanted, by), wanted.name(), wanted.capacity(), RoomCode.draw());
        if (!rooms.add(room, clock.instant())) {
            throw Problem.of(ExamError.ROOM_EXISTS, "“" + room.title() + "”已在本考期。请换一个机房名称。")
                    .field("name", "这个考点已有同名机房");
        }
        trail.record(by, "exam.room-added", "room", room.id(), Map.of("room", room.title(), "seats", room.capacity()));
        seating.seatWaiting(sitting);
        return room.id();
    }

    private Site site(NewRoom wanted, Actor by) {
        return sites.byName(wanted.site()).orElseGet(() -> {
            String address = wanted.address();
            if (address == null || address.isBlank()) {
                throw Problem.of(ExamError.ROOM_REFUSED, "还没有考点“" + wanted.site() + "”。请填写它的地址，或先到“考点”里添加。")
                        .field("address", "新考点须填地址");
            }
            UUID id = siteDesk.add(new SiteDesk.Described(wanted.site(), address.strip(), "", ""), List.of(), by);
            return sites.find(id).orElseThrow();
        });
    }

    @Transactional
    public void change(RoomId id, int capacity, Actor by) {
        Room room = locked(id);
        int last = inRoom(room).stream().mapToInt(Admission::seat).max().orElse(0);
        if (capacity < last) {
            throw Problem.of(
                            ExamError.ROOM_REFUSED,
                            "“%s”已排到 %d 座，座位数不能改为 %d。请先把后面的考生换到别的考场。".formatted(room.title(), last, capacity))
                    .field("capacity", "不能少于已排的 " + last + " 座");
        }
        rooms.resize(id, capacity);
        trail.record(by, "exam.room-changed", "room", id, Map.of("seats", capacity, "seatsBefore", room.capacity()));
        seating.seatWaiting(room.sittingId());
    }

    @Transactional
    public void remove(RoomId id, Actor by) {
        Room room = locked(id);
        int seated = inRoom(room).size();
        if (seated > 0) {
            throw Problem.of(ExamError.ROOM_TAKEN, "“%s”已排 %d 名考生，不能删除。请先把他们换到别的考场。".formatted(room.title(), seated));
        }
        rooms.remove(id);
        trail.record(by, "exam.room-removed", "room", id, Map.of("room", room.title()));
    }

    /** Draws another code, for example when the first was told too early. */
    @Transactional
    public void renewCode(RoomId id, Actor by) {
        Room room = locked(id);
        rooms.setCode(room.id(), RoomCode.draw());
        trail.record(by, "exam.room-code-renewed", "room", id, Map.of("room", room.title()));
    }

    /** Gives a candidate who has not entered the first free seat of another room. */
    @Transactional
    public void move(AdmissionId id, RoomId to, String reason, Actor by) {
        Admission admission = admissions.find(id).orElseThrow(() -> Problem.notFound("这名考生的编排"));
        Room room = locked(to);
        if (!room.sittingId().equals(admission.sittingId())) {
            throw Problem.notFound("这个考场");
        }
        if (admission.state() != AdmissionState.SEATED || admission.roomId().equals(to)) {
            throw Problem.of(ExamError.SEAT_REFUSED, "这名考生" + admission.state().label() + "，或已在该考场，不能换座。");
        }
        SeatPlan.Seat seat = seating.plan(room.sittingId())
                .takeNextIn(to, institution(admission))
                .orElseThrow(() -> Problem.of(ExamError.SEAT_REFUSED, "“" + room.title() + "”没有空座。请选别的考场。"));
        book.move(admission, seat, reason, by);
        seating.seatWaiting(room.sittingId());
    }

    private @Nullable InstitutionId institution(Admission admission) {
        return candidacies.institutions(admission.sittingId()).get(admission.personId());
    }

    private Room locked(RoomId id) {
        Room room = rooms.find(id).orElseThrow(() -> Problem.notFound("这个考场"));
        rooms.lock(room.sittingId());
        return rooms.find(id).orElseThrow(() -> Problem.notFound("这个考场"));
    }

    private List<Admission> inRoom(Room room) {
        return admissions.ofSitting(room.sittingId()).stream()
                .filter(admission -> admission.roomId().equals(room.id()))
                .toList();
    }
}
