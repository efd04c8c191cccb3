package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What is one candidate's is not there for another, from the exam to the certificate, in the order of that way. */
@DemoApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CandidateOwnershipTests {

    private static final Call HAND_IN =
            Call.post("/api/exam/hand-in").json(Map.of("lastSeq", 1, "acceptUnsent", false));

    private MockMvc mvc;
    private CandidateThings people;
    private Visitor strangersComputer;
    private String ownersToken;
    private String strangersToken;
    private UUID ownersAttempt;

    @BeforeAll
    void bothSitInTheExam(@Autowired MockMvc mvc, @Autowired ApplicationContext application) {
        this.mvc = mvc;
        people = new CandidateThings(mvc, application);
        people.lowerThePassMark();
        people.seatBoth();
        people.tryMachine(CandidateClaims.MACHINE);
        JsonNode owner = people.entered(people.owner);
        ownersToken = owner.path("token").asString();
        ownersAttempt = UUID.fromString(owner.path("attemptId").asString());
        strangersToken = people.entered(people.stranger).path("token").asString();
        strangersComputer = Visitor.atTheExam(mvc, strangersToken);
        people.moveClockTo("09:05:00");
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> anotherCandidateInTheExamIsRefused() {
        Visitor owner = Visitor.atTheExam(mvc, ownersToken);
        return ExamRoomClaims.ALL.tests(
                new ExamRoomClaims.Things(people, ownersAttempt, owner, strangersComputer), owner, strangersComputer);
    }

    @Test
    @Order(2)
    void theDoorOpensOnlyToTicketDocumentAndRoomOfOnePerson() {
        Map<String, String> others = people.entry(people.stranger);
        for (String field : List.of("ticketNumber", "documentNumber")) {
            Map<String, String> typed = new HashMap<>(people.entry(people.owner));
            typed.put(field, others.get(field));
            Answer answer =
                    Visitor.anonymous(mvc).send(Call.post("/api/exam/entry").json(typed));
            assertThat(answer.problem())
                    .as("%s of the other: %s", field, answer)
                    .isEqualTo("delivery/entry-refused");
        }
    }

    @Test
    @Order(3)
    void aTokenThatWasPutTogetherOpensNothing() {
        String body = ownersToken.substring(0, ownersToken.indexOf('.'));
        String seal = strangersToken.substring(strangersToken.indexOf('.'));
        for (String token : List.of(body + seal, body, body + ".", "x." + seal, "")) {
            Answer answer = Visitor.atTheExam(mvc, token).send(Call.get("/api/exam/state"));
            assertThat(answer.problem()).as("%s", answer).isEqualTo("delivery/token-invalid");
        }
        assertThat(people.owner.visitor().send(Call.get("/api/exam/state")).status())
                .as("a candidate's session is no token")
                .isEqualTo(401);
    }

    @Test
    @Order(4)
    void aLaterEntryFencesTheEarlierTokenOff() {
        Visitor earlier = Visitor.atTheExam(mvc, ownersToken);
        ownersToken = people.entered(people.owner).path("token").asString();
        for (Call call : List.of(Call.get("/api/exam/state"), Call.get("/api/exam/paper"), HAND_IN)) {
            assertThat(earlier.send(call).problem()).as("%s", call).isEqualTo("delivery/opened-elsewhere");
        }
        Visitor.atTheExam(mvc, ownersToken).good(Call.get("/api/exam/paper"));
    }

    @Test
    @Order(5)
    void handingInEndsTheOwnAttemptOnly() {
        people.moveClockTo("09:31:00");
        Visitor.atTheExam(mvc, ownersToken).good(HAND_IN);
        JsonNode state = strangersComputer.good(Call.get("/api/exam/state")).json();
        assertThat(state.has("receipt")).isFalse();
        assertThat(state.at("/news/state").asString()).isEqualTo("OPEN");
    }

    @Test
    @Order(6)
    void theInstitutionSeesTheSeatButNothingOfAResultBeforeItsRelease() {
        JsonNode outcome = people.outcome();
        assertThat(outcome.path("seated").asBoolean()).isTrue();
        assertThat(outcome.path("absent").asBoolean()).isFalse();
        assertThat(outcome.has("passed")).isFalse();
    }

    @TestFactory
    @Order(7)
    Stream<DynamicTest> anotherCandidateIsRefused() {
        CandidateClaims.Things things =
                new CandidateClaims.Things(people, people.certify(), people.strangersCertificate());
        return CandidateClaims.ALL.tests(things, people.owner.visitor(), people.stranger.visitor());
    }

    @Test
    @Order(8)
    void theInstitutionSeesWhetherItsCandidatePassedOnceThatIsReleased() {
        assertThat(people.outcome().path("passed").asBoolean()).isTrue();
    }
}
