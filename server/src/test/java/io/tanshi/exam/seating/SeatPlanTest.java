package io.tanshi.exam.seating;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.exam.RoomId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.programme.SittingId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is given which seat. */
final class SeatPlanTest {

    private static final InstitutionId GREEN = InstitutionId.next();
    private static final InstitutionId EAST = InstitutionId.next();

    private final Site hangzhou = site("杭州考点");
    private final Site ningbo = site("宁波考点");

    @Test
    void peopleOfOneInstitutionSitApartAsLongAsThereAreSuchSeats() {
        SeatPlan plan = new SeatPlan(List.of(room(hangzhou, 5)), Map.of());
        assertThat(taken(plan, 5, GREEN)).containsExactly(1, 3, 5, 2, 4);
    }

    @Test
    void othersFillTheSeatsBetween() {
        SeatPlan plan = new SeatPlan(List.of(room(hangzhou, 4)), Map.of());
        assertThat(taken(plan, 2, GREEN)).containsExactly(1, 3);
        assertThat(taken(plan, 2, EAST)).containsExactly(2, 4);
        assertThat(plan.takeNext(EAST)).isEmpty();
    }

    @Test
    void aSecondRoomOfTheSiteKeepsPeopleApartBeforeTheySitTogether() {
        Room first = room(hangzhou, 2);
        Room second = room(hangzhou, 2);
        SeatPlan plan = new SeatPlan(List.of(first, second), Map.of());
        assertThat(IntStream.range(0, 3)
                        .mapToObj(_ -> plan.takeNext(GREEN).orElseThrow().room()))
                .containsExactly(first, second, first);
    }

    @Test
    void thePreferredSiteComesFirstAndIsFilledBeforeAnother() {
        SeatPlan plan = new SeatPlan(List.of(room(hangzhou, 9), room(ningbo, 2)), Map.of(EAST, ningbo.id()));
        List<String> sites = IntStream.range(0, 3)
                .mapToObj(_ -> plan.takeNext(EAST).orElseThrow().room().site().name())
                .toList();
        assertThat(sites).containsExactly("宁波考点", "宁波考点", "杭州考点");
        assertThat(plan.takeNext(GREEN).orElseThrow().room().site()).isEqualTo(hangzhou);
    }

    @Test
    void whoComesFromNowhereKnownTakesTheFirstFreeSeat() {
        SeatPlan plan = new SeatPlan(List.of(room(hangzhou, 3)), Map.of());
        assertThat(taken(plan, 3, null)).containsExactly(1, 2, 3);
    }

    @Test
    void aMoveIntoARoomKeepsApartToo() {
        Room room = room(hangzhou, 3);
        SeatPlan plan = new SeatPlan(List.of(room), Map.of());
        plan.take(room.id(), 1, GREEN);
        assertThat(plan.takeNextIn(room.id(), GREEN).orElseThrow().number()).isEqualTo(3);
        assertThat(plan.takeNextIn(room.id(), GREEN).orElseThrow().number()).isEqualTo(2);
        assertThat(plan.takeNextIn(room.id(), GREEN)).isEmpty();
    }

    private static List<Integer> taken(SeatPlan plan, int people, @Nullable InstitutionId institution) {
        return IntStream.range(0, people)
                .mapToObj(_ -> plan.takeNext(institution).orElseThrow().number())
                .toList();
    }

    private static Site site(String name) {
        return new Site(UUID.randomUUID(), name, "某路 1 号", "", "");
    }

    private static Room room(Site site, int capacity) {
        return new Room(RoomId.next(), SittingId.next(), site, "201", capacity, "CODE");
    }
}
