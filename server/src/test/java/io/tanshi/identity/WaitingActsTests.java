package io.tanshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What one administrator proposes waits for the other, and for nobody else; all of it is rolled back. */
@DemoApplication
@Transactional
class WaitingActsTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private Visitor admin;
    private Visitor second;
    private UUID adminId;
    private UUID sitting;
    private Set<String> before;

    @BeforeEach
    void twoAdministratorsAndTheLastSittingOfAll() {
        DemoPeople demo = new DemoPeople(mvc);
        admin = demo.staff("admin");
        second = demo.staff("admin2");
        adminId = jdbc.sql("select id from identity.account where username = 'admin'")
                .query(UUID.class)
                .single();
        sitting = UUID.fromString(admin.good(Call.get("/api/sittings"))
                .json()
                .valueStream()
                .max(Comparator.comparing(entry -> entry.path("examDate").asString()))
                .orElseThrow()
                .path("id")
                .asString());
        // Other tests share this demonstration and may leave something behind.
        before = Set.of();
        before = Set.copyOf(waitingFor(second));
    }

    @Test
    void formsWaitForTheirSeal() {
        String forms = "/api/admin/exam/sittings/{id}/forms/";
        admin.good(Call.post(forms + "assembly", sitting).json(Map.of("levels", List.of("JUNIOR"))));
        assertThat(waitingFor(second)).isEmpty();
        admin.good(Call.post(forms + "proposal", sitting));
        waitsForTheSecondAlone("exam.seal " + sitting + " 2");
        second.good(Call.post(forms + "return", sitting).json(Map.of("reason", "题目重复")));
        assertThat(waitingFor(second)).isEmpty();
    }

    @Test
    void approvedResultsWaitForTheirRelease() {
        result("COMPOSED", null);
        assertThat(waitingFor(second)).isEmpty();
        result("APPROVED", adminId);
        result("APPROVED", adminId);
        waitsForTheSecondAlone("results.release " + sitting + " 2");
        result("RELEASED", adminId);
        waitsForTheSecondAlone("results.release " + sitting + " 2");
    }

    /** Released at once or not at all: one that I approved bars me from all of them. */
    @Test
    void whoApprovedOneOfTheResultsIsNotAskedToReleaseTheOthers() {
        result("APPROVED", adminId);
        result("APPROVED", UUID.randomUUID());
        waitsForTheSecondAlone("results.release " + sitting + " 2");
    }

    @Test
    void issuesOfASittingWaitTogetherAndARevocationByItself() {
        List<UUID> certificates = jdbc
                .sql("select id from certificate.register_entry where proposed_act is null"
                        + " and sitting_id = (select sitting_id from certificate.register_entry limit 1) limit 3")
                .query(String.class)
                .stream()
                .map(UUID::fromString)
                .toList();
        assertThat(certificates).hasSize(3);
        proposed("ISSUE", certificates.get(0));
        proposed("ISSUE", certificates.get(1));
        proposed("REVOKE", certificates.get(2));
        UUID of = jdbc.sql("select sitting_id from certificate.register_entry where id = :id")
                .param("id", certificates.get(0))
                .query(UUID.class)
                .single();
        waitsForTheSecondAlone(
                "certificate.issue " + of + " 2 林默", "certificate.revoke " + certificates.get(2) + " 1 林默");
    }

    @Test
    void anErasureWaitsUntilItIsDecided() {
        UUID person = jdbc.sql("select person_id from enrolment.application where state = 'PENDING' limit 1")
                .query(UUID.class)
                .single();
        jdbc.sql("update enrolment.application set state = 'REJECTED' where person_id = :id")
                .param("id", person)
                .update();
        String proposal = admin.good(
                        Call.post("/api/admin/people/{id}/erasure", person).json(Map.of("reason", "本人书面申请")))
                .json()
                .at("/proposal/id")
                .asString();
        waitsForTheSecondAlone("identity.erasure " + person + " 1");
        second.good(Call.post("/api/admin/privacy/erasures/{id}/withdrawal", proposal));
        assertThat(waitingFor(second)).isEmpty();
    }

    private void waitsForTheSecondAlone(String... acts) {
        assertThat(waitingFor(second)).hasSameSizeAs(acts);
        for (int i = 0; i < acts.length; i++) {
            assertThat(waitingFor(second).get(i)).startsWith(acts[i]);
        }
        assertThat(waitingFor(admin)).isEmpty();
    }

    private List<String> waitingFor(Visitor visitor) {
        return visitor.good(Call.get("/api/admin/waiting-acts"))
                .json()
                .valueStream()
                .map(WaitingActsTests::line)
                .filter(line -> !before.contains(line))
                .toList();
    }

    private static String line(JsonNode act) {
        return String.join(
                " ",
                act.path("kind").asString(),
                act.path("subject").asString(),
                act.path("count").asString(),
                act.path("by").asString(""));
    }

    private void result(String state, @Nullable UUID approvedBy) {
        jdbc.sql("""
                        insert into results.result
                            (id, admission_id, person_id, sitting_id, level, single_choice, multiple_choice,
                             extended_text, total, pass_mark, passed, state, approved_by, composed_at)
                        values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), :sitting, 'JUNIOR', 30, 20,
                                20, 70, 60, true, :state, cast(:by as uuid), now())
                        """)
                .param("sitting", sitting)
                .param("state", state)
                .param("by", approvedBy == null ? null : approvedBy.toString())
                .update();
    }

    private void proposed(String act, UUID certificate) {
        jdbc.sql("""
                        update certificate.register_entry
                        set proposed_act = :act, proposed_by = :by, proposed_by_label = '林默', proposed_at = now(),
                            proposed_reason = ''
                        where id = :id
                        """)
                .param("act", act)
                .param("by", adminId)
                .param("id", certificate)
                .update();
    }
}
