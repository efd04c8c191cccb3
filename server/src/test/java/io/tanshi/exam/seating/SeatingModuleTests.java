package io.tanshi.exam.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.ApprovedByAll;
import io.tanshi.exam.CandidateAdmitted;
import io.tanshi.exam.RoomId;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.LearningRequirementMet;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.context.ActiveProfiles;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@ActiveProfiles("demo")
@Import(ApprovedByAll.class)
final class SeatingModuleTests {

    private static final Actor ADMIN = Actor.system("test");
    private static final Instant AT = Instant.parse("2026-12-10T02:00:00Z");

    @Autowired
    private Sittings sittings;

    @Autowired
    private People people;

    @Autowired
    private RoomDesk desk;

    @Autowired
    private Candidacies told;

    @Autowired
    private CandidacyStore candidacies;

    @Autowired
    private Admissions admissions;

    @Autowired
    private RoomStore rooms;

    @Test
    void theDemonstrationHasRooms() {
        assertThat(rooms.ofSitting(sitting("2026-12"))).extracting(Room::title).contains("杭州考点 201 机房", "宁波考点 302 机房");
    }

    @Test
    void aCandidateWhoStudiedEnoughGetsSeatAndTicketOnce(Scenario scenario) {
        PersonId person = person(1);
        SittingId sitting = sitting("2026-12");
        LearningRequirementMet met = new LearningRequirementMet(person, sitting, Level.SENIOR, AT);
        scenario.publish(met)
                .andWaitForEventOfType(CandidateAdmitted.class)
                .matching(admitted -> admitted.personId().equals(person))
                .toArriveAndVerify(admitted -> assertThat(admitted.level()).isEqualTo(Level.SENIOR));
        Admission admission = admissions.find(person, sitting).orElseThrow();
        assertThat(admission.ticketNumber()).matches("2612263\\d{3}");
        assertThat(admission.site()).isNotBlank();
        assertThat(admission.state()).isEqualTo(AdmissionState.SEATED);
        met(person, sitting, Level.SENIOR);
        assertThat(admissions.of(person)).containsExactly(admission);
        assertThat(admissions.cards(sitting))
                .hasEntrySatisfying(
                        admission.id(), card -> assertThat(card.name()).isEqualTo("甲一"));
    }

    @Test
    void whoFindsNoSeatWaitsAndIsSeatedWhenARoomIsAdded() {
        SittingId sitting = sitting("2027-02");
        PersonId person = person(2);
        met(person, sitting, Level.JUNIOR);
        assertThat(admissions.find(person, sitting)).isEmpty();
        assertThat(candidacies.waiting(sitting)).extracting(Candidacy::personId).containsExactly(person);
        RoomId room = room(sitting, "A", 1);
        Admission admission = admissions.find(person, sitting).orElseThrow();
        assertThat(admission.roomId()).isEqualTo(room);
        assertThat(admission.seat()).isEqualTo(1);
        assertThat(candidacies.waiting(sitting)).isEmpty();
    }

    @Test
    void nobodyIsSeatedBeforeTheApplicationIsApproved() {
        SittingId sitting = sitting("2026-12");
        PersonId person = person(3);
        ApprovedByAll.PENDING.add(person);
        met(person, sitting, Level.JUNIOR);
        assertThat(admissions.find(person, sitting)).isEmpty();
        ApprovedByAll.PENDING.remove(person);
        told.consider(person, sitting);
        assertThat(admissions.find(person, sitting)).isPresent();
    }

    @Test
    void twoCandidatesNeverGetOneSeat() throws Exception {
        SittingId sitting = sitting("2027-04");
        room(sitting, "A", 4);
        room(sitting, "B", 3);
        List<PersonId> persons = IntStream.range(10, 20).mapToObj(this::person).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
            List<Future<?>> calls = persons.stream()
                    .<Future<?>>map(person -> pool.submit(() -> met(person, sitting, Level.INTERMEDIATE)))
                    .toList();
            for (Future<?> call : calls) {
                call.get();
            }
        }
        List<Admission> seated = admissions.ofSitting(sitting);
        Set<String> seats = seated.stream().map(a -> a.room() + " " + a.seat()).collect(Collectors.toSet());
        assertThat(seated).hasSize(7);
        assertThat(seats).hasSize(7);
        assertThat(seated).extracting(Admission::ticketNumber).doesNotHaveDuplicates();
        assertThat(candidacies.waiting(sitting)).hasSize(3);
        moveAndShrink(sitting, seated.getLast());
    }

    private void moveAndShrink(SittingId sitting, Admission last) {
        RoomId big = room(sitting, "C", 10);
        assertThat(candidacies.waiting(sitting)).isEmpty();
        desk.move(last.id(), big, "与监考人员有亲属关系", ADMIN);
        Admission moved = admissions.get(last.id());
        assertThat(moved.roomId()).isEqualTo(big);
        assertThat(moved.ticketNumber()).isEqualTo(last.ticketNumber());
        assertThatThrownBy(() -> desk.change(big, 1, ADMIN)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> desk.remove(big, ADMIN)).isInstanceOf(Problem.class);
    }

    @Test
    void aRoomStandsOnceInASitting() {
        SittingId sitting = sitting("2026-12");
        room(sitting, "重名机房", 2);
        assertThatThrownBy(() -> room(sitting, "重名机房", 3)).isInstanceOf(Problem.class);
    }

    @Test
    void aNewCodeMakesTheOldOneUseless() {
        SittingId sitting = sitting("2026-12");
        RoomId room = room(sitting, "换考场代码机房", 2);
        String before = rooms.find(room).orElseThrow().code();
        assertThat(rooms.codeMatches(room, " " + before.toLowerCase() + " ")).isTrue();
        desk.renewCode(room, ADMIN);
        assertThat(rooms.codeMatches(room, before)).isFalse();
        assertThat(rooms.codeMatches(room, rooms.find(room).orElseThrow().code()))
                .isTrue();
    }

    private void met(PersonId person, SittingId sitting, Level level) {
        told.requirementMet(new Candidacy(sitting, person, level, AT, null));
    }

    private RoomId room(SittingId sitting, String name, int capacity) {
        return desk.add(sitting, new RoomDesk.NewRoom("测试考点", "某路 1 号", name, capacity), ADMIN);
    }

    private SittingId sitting(String code) {
        return sittings.findByCode(code).orElseThrow().id();
    }

    private PersonId person(int n) {
        return people.register(new PersonDetails(
                "甲" + "零一二三四五六七八九".charAt(n % 10), "11010119900101" + (1000 + n), "13800000000", null));
    }
}
