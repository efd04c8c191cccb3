package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanshi.certificate.Certificates;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.PersonId;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.scoring.ItemScoring;
import io.tanshi.learning.LearningRequirementMet;
import io.tanshi.ownership.DemoPeople.Candidate;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Two candidates of two institutions and two levels on their way from the approval to the certificate. The hours of
 * study are announced instead of spent; everything else is done by the people of the demonstration on their pages.
 */
final class CandidateThings {

    private static final String SITTING = "2026-12";
    private static final String EXAM = "/api/admin/exam/sittings/{id}";

    final Candidate owner;
    final Candidate stranger;
    final Visitor institution;
    final Visitor admin;
    final Visitor secondAdmin;
    final Visitor invigilator;
    final UUID sitting;
    final String lesson;
    final UUID window;

    private final MockMvc mvc;
    private final ApplicationContext application;

    CandidateThings(MockMvc mvc, ApplicationContext application) {
        this.mvc = mvc;
        this.application = application;
        DemoPeople people = new DemoPeople(mvc);
        sitting = people.sitting(SITTING);
        institution = people.staff(DemoPeople.INSTITUTION);
        admin = people.staff("admin");
        secondAdmin = people.staff("admin2");
        invigilator = people.staff("invigilator");
        stranger = people.candidate(people.staff(DemoPeople.OTHER_INSTITUTION), sitting, _ -> true);
        owner = people.candidate(
                institution, sitting, e -> !e.path("level").asString().equals(stranger.level()));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        owner.visitor().send(Call.get("/api/candidate/study")).isGood()
                                && stranger.visitor()
                                        .send(Call.get("/api/candidate/study"))
                                        .isGood());
        lesson = of("/api/candidate/study").at("/chapters/0/lessons/0/code").asString();
        window = UUID.fromString(owner.visitor()
                .good(Call.post("/api/candidate/study/lessons/{code}/windows", lesson))
                .json()
                .path("window")
                .asString());
        owner.visitor()
                .good(Call.post("/api/candidate/study/lessons/{code}/quiz/1", lesson)
                        .json(Map.of("chosen", 0)));
    }

    /** Both get a seat, the papers are sealed, and the sitting opens. */
    void seatBoth() {
        for (Candidate candidate : List.of(owner, stranger)) {
            new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(_ -> application.publishEvent(new LearningRequirementMet(
                            person(candidate),
                            new SittingId(sitting),
                            level(candidate),
                            application.getBean(Clock.class).instant())));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !ticket(owner).isEmpty() && !ticket(stranger).isEmpty());
        admin.good(Call.post(EXAM + "/forms/assembly", sitting)
                .json(Map.of("levels", Set.of(level(owner), level(stranger)))));
        admin.good(Call.post(EXAM + "/forms/proposal", sitting));
        secondAdmin.good(Call.post(EXAM + "/forms/seal", sitting));
        admin.good(Call.post("/api/admin/exam/sittings/{id}/demo-start", sitting));
    }

    /** The owner tries a machine of that name out. */
    void tryMachine(String name) {
        String code = owner.visitor()
                .good(Call.post("/api/candidate/trial/codes"))
                .json()
                .path("code")
                .asString();
        String token = Visitor.anonymous(mvc)
                .good(Call.post("/api/exam/trial/entry").json(Map.of("code", code)))
                .json()
                .path("token")
                .asString();
        List<Map<String, String>> outcomes = Stream.of(
                        "SECURE",
                        "CRYPTO",
                        "STORE",
                        "QUOTA",
                        "INPUT",
                        "CLOCK",
                        "ROUND_TRIP",
                        "FULL_SCREEN",
                        "SCREEN",
                        "DISPLAYS")
                .map(check -> Map.of("check", check, "state", "GOOD", "found", "正常"))
                .toList();
        Visitor.anonymous(mvc)
                .good(Call.post("/api/exam/trial/results")
                        .json(Map.of("machine", name, "outcomes", outcomes))
                        .header("X-Trial-Token", token));
    }

    void moveClockTo(String timeOfExamDay) {
        admin.good(Call.put("/api/admin/demo-clock").json(Map.of("to", "2026-12-26T" + timeOfExamDay + "+08:00")));
    }

    String ticket(Candidate candidate) {
        return admission(candidate).path("ticketNumber").asString("");
    }

    /** What the candidate types at the door: the ticket's number, the own document's, and the code of the room. */
    Map<String, String> entry(Candidate candidate) {
        JsonNode ticket = admission(candidate);
        JsonNode rooms = admin.good(Call.get(EXAM + "/rooms", sitting)).json().path("rooms");
        String code = StreamSupport.stream(rooms.spliterator(), false)
                .filter(room -> room.path("name").equals(ticket.path("room"))
                        && room.path("site").equals(ticket.path("site")))
                .map(room -> room.path("code").asString())
                .findFirst()
                .orElseThrow();
        return Map.of(
                "ticketNumber", ticket.path("ticketNumber").asString(),
                "documentNumber", candidate.idNumber(),
                "roomCode", code,
                "machine",
                        UUID.nameUUIDFromBytes(candidate.idNumber().getBytes(StandardCharsets.UTF_8))
                                .toString());
    }

    private JsonNode admission(Candidate candidate) {
        return candidate
                .visitor()
                .good(Call.get("/api/candidate/admission"))
                .json()
                .path("ticket");
    }

    /** The answer that gives a point to whoever has this item on the paper. */
    Set<String> key(UUID item) {
        return application.getBean(ItemScoring.class).key(new ItemVersionId(item));
    }

    /** After the owner has handed in: the result is approved and released, and the certificate begins. */
    UUID certify() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> admin.good(Call.get("/api/admin/results/{sitting}", sitting))
                                .json()
                                .path("composed")
                                .asInt()
                        == 1);
        admin.good(Call.post("/api/admin/results/{sitting}/approval", sitting));
        secondAdmin.good(Call.post("/api/admin/results/{sitting}/release", sitting));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !of("/api/candidate/certificates").isEmpty());
        return UUID.fromString(of("/api/candidate/certificates").at("/0/id").asString());
    }

    /** What the owner's institution sees of the owner after the approval. */
    JsonNode outcome() {
        JsonNode all = institution
                .good(Call.get("/api/institution/outcomes?sitting={code}", SITTING))
                .json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(o -> o.path("applicationId")
                        .asString()
                        .equals(owner.application().toString()))
                .findFirst()
                .orElseThrow();
    }

    /** One point passes: the owner answers one question. */
    void lowerThePassMark() {
        admin.good(Call.put("/api/admin/programme/parameters/{key}", "passMark")
                .json(Map.of("value", "1", "reason", "考生只作答一题")));
    }

    UUID strangersCertificate() {
        return application
                .getBean(Certificates.class)
                .prepare(person(stranger), new SittingId(sitting), level(stranger), UUID.randomUUID())
                .value();
    }

    void issue(UUID certificate) {
        Map<String, ?> both = Map.of("ids", List.of(certificate));
        String proposed = admin.good(
                        Call.post("/api/admin/certificates/issue-proposals").json(both))
                .text();
        assertThat(proposed).contains("\"done\":true");
        String issued = secondAdmin
                .good(Call.post("/api/admin/certificates/issues").json(both))
                .text();
        assertThat(issued).contains("\"done\":true");
    }

    JsonNode entered(Candidate candidate) {
        return Visitor.anonymous(mvc)
                .good(Call.post("/api/exam/entry").json(entry(candidate)))
                .json();
    }

    JsonNode of(String path) {
        return owner.visitor().good(Call.get(path)).json();
    }

    String fingerprintOfThePhoto() {
        return institution
                .good(Call.get("/api/institution/applications/{id}/files/PHOTO", owner.application()))
                .text();
    }

    private PersonId person(Candidate candidate) {
        return application
                .getBean(People.class)
                .findByIdNumber(candidate.idNumber())
                .orElseThrow();
    }

    private static Level level(Candidate candidate) {
        return Level.ofLabel(candidate.level()).orElseThrow();
    }
}
