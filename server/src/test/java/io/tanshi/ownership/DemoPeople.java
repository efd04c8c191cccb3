package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.audit.Actor;
import io.tanshi.identity.StaffAccounts;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Signs the accounts of the demonstration in, and opens the accounts of its candidates. */
public final class DemoPeople {

    /** Of the institution 绿源 and of 浙东. */
    public static final String INSTITUTION = "institution";

    public static final String OTHER_INSTITUTION = "institution2";

    private static final String PASSWORD = "tanshi-demo-2026";
    private static final String CANDIDATE_PASSWORD = "candidate-2026-yes";

    /** One account of the demonstration per role; staff of an institution and candidates are made here. */
    private static final Map<Role, String> STAFF = Map.of(
            Role.ADMINISTRATOR, "admin",
            Role.INSTITUTION_MANAGER, INSTITUTION,
            Role.REVIEWER, "reviewer",
            Role.AUTHOR, "author",
            Role.INVIGILATOR, "invigilator",
            Role.MARKER, "marker1",
            Role.MARKING_LEADER, "leader",
            Role.AUDITOR, "auditor");

    private final MockMvc mvc;

    public DemoPeople(MockMvc mvc) {
        this.mvc = mvc;
    }

    /**
     * A candidate of the demonstration who has just opened the account.
     *
     * @param application approved
     */
    record Candidate(Visitor visitor, UUID application, String idNumber, String level) {}

    public Visitor staff(String username) {
        return Visitor.signedIn(mvc, username, PASSWORD);
    }

    /** Somebody of every role, with that role alone. */
    Map<Role, Visitor> ofEveryRole(StaffAccounts accounts, Institutions institutions) {
        Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
        STAFF.forEach((role, username) -> visitors.put(role, staff(username)));
        String clerk = "clerk-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.createActive(
                new StaffAccounts.NewStaff(
                        clerk,
                        "经办人",
                        Set.of(Role.INSTITUTION_STAFF),
                        institutions.all().getFirst().id()),
                PASSWORD,
                Actor.system("test"));
        visitors.put(Role.INSTITUTION_STAFF, staff(clerk));
        visitors.put(
                Role.CANDIDATE,
                candidate(staff(INSTITUTION), sitting("2026-12"), _ -> true).visitor());
        assertThat(visitors).containsOnlyKeys(Role.values());
        return visitors;
    }

    /** Opens the account of an approved candidate of the institution, with the code that the institution hands out. */
    Candidate candidate(Visitor institution, UUID sitting, Predicate<JsonNode> which) {
        JsonNode codes = institution
                .good(Call.get("/api/institution/activation-codes?sittingId={id}", sitting))
                .json();
        JsonNode entry = StreamSupport.stream(codes.spliterator(), false)
                .filter(e -> e.has("code"))
                .filter(e -> e.path("state").asString().equals("APPROVED"))
                .filter(which)
                .findFirst()
                .orElseThrow();
        return opened(institution, entry);
    }

    /** Opens the account of one candidate, whatever the state of the application. */
    public Visitor activated(Visitor institution, UUID sitting, UUID application) {
        JsonNode codes = institution
                .good(Call.get("/api/institution/activation-codes?sittingId={id}", sitting))
                .json();
        JsonNode entry = StreamSupport.stream(codes.spliterator(), false)
                .filter(e -> e.path("applicationId").asString().equals(application.toString()))
                .findFirst()
                .orElseThrow();
        return opened(institution, entry).visitor();
    }

    private Candidate opened(Visitor institution, JsonNode entry) {
        UUID application = UUID.fromString(entry.path("applicationId").asString());
        String number = institution
                .good(Call.post("/api/institution/applications/{id}/id-number", application)
                        .json(Map.of("reason", "核对材料原件")))
                .json()
                .path("idNumber")
                .asString();
        Visitor.anonymous(mvc)
                .good(Call.post("/api/activation")
                        .json(Map.of(
                                "code", entry.path("code").asString(),
                                "idNumberLast4", number.substring(number.length() - 4),
                                "password", CANDIDATE_PASSWORD)));
        return new Candidate(
                Visitor.signedIn(mvc, number, CANDIDATE_PASSWORD),
                application,
                number,
                entry.path("level").asString());
    }

    public UUID sitting(String code) {
        JsonNode sittings = staff("auditor").good(Call.get("/api/sittings")).json();
        return StreamSupport.stream(sittings.spliterator(), false)
                .filter(s -> s.path("code").asString().equals(code))
                .map(s -> UUID.fromString(s.path("id").asString()))
                .findFirst()
                .orElseThrow();
    }
}
