package io.tanshi.identity.institutions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.InstitutionRegister;
import io.tanshi.identity.InstitutionRegister.NewInstitution;
import io.tanshi.identity.StaffAccounts;
import io.tanshi.identity.StaffAccounts.NewStaff;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.kernel.Ids;
import io.tanshi.ownership.Answer;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of an institution, told by those it concerns; each test has an institution of its own. */
@DemoApplication
final class InstitutionUpkeepTests {

    private static final String ADMIN = "/api/admin/institutions";
    private static final String OWN = "/api/institution/staff";
    private static final String PASSWORD = "an-institution-2026";
    private static final io.tanshi.audit.Actor TEST = io.tanshi.audit.Actor.system("test");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private InstitutionRegister register;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private DSLContext db;

    private final JsonMapper json = new JsonMapper();
    private final String tag = Ids.next().toString().replace("-", "").substring(20);
    private InstitutionId institution = InstitutionId.next();
    private Visitor admin;

    @BeforeEach
    void anInstitutionWithItsManager() {
        admin = new DemoPeople(mvc).staff("admin");
        institution = register.create(
                new NewInstitution("T" + tag.toUpperCase(java.util.Locale.ROOT).substring(0, 10), "测试机构" + tag, "教务处"),
                TEST);
        staff("manager", Role.INSTITUTION_MANAGER);
    }

    @Test
    void suspensionEndsEverySignInAndResumptionLetsThemInAgain() {
        Visitor manager = visit("manager");
        manager.good(Call.get(OWN));
        admin.good(Call.post(ADMIN + "/{id}/suspension", institution).json(Map.of("reason", "年检未过")));
        assertThat(manager.send(Call.get(OWN)).status()).isEqualTo(401);
        assertThat(signIn("manager").status()).isEqualTo(401);
        assertThat(admin.send(Call.post(ADMIN + "/{id}/suspension", institution).json(Map.of("reason", "x")))
                        .problem())
                .isEqualTo("identity/institution-standing");

        admin.good(Call.post(ADMIN + "/{id}/resumption", institution).json(Map.of("reason", "已补办")));
        visit("manager").good(Call.get(OWN));
        assertThat(page().path("history").toString()).contains("年检未过", "已补办", "停用", "恢复");
    }

    @Test
    void anExpiredAuthorisationRefusesUploadsInWordsAndSparesTheRest() {
        change(Map.of(
                "authorisationNumber", "授权-2025-001", "authorisedFrom", "2025-01-01", "authorisedTo", "2026-06-30"));
        Visitor manager = visit("manager");
        Answer refused = manager.send(Call.post("/api/institution/batches")
                .json(Map.of("sittingId", new DemoPeople(mvc).sitting("2027-04"))));
        assertThat(refused.problem()).isEqualTo("enrolment/not-authorised");
        assertThat(refused.detail()).contains("授权-2025-001", "2026-06-30");
        manager.good(Call.get("/api/institution/batches"));

        change(Map.of(
                "authorisationNumber", "授权-2026-001", "authorisedFrom", "2026-07-01", "authorisedTo", "2029-06-30"));
        manager.good(Call.post("/api/institution/batches")
                .json(Map.of("sittingId", new DemoPeople(mvc).sitting("2027-04"))));
        assertThat(page().path("history").toString()).contains("授权-2025-001", "授权-2026-001");
    }

    @Test
    void halfAnAuthorisationAndOneThatEndsBeforeItBeginsAreRefused() {
        assertThat(tried(Map.of("authorisationNumber", "A-1")).problem()).isEqualTo("identity/institution-refused");
        assertThat(tried(Map.of(
                                "authorisationNumber", "A-1",
                                "authorisedFrom", "2026-07-01",
                                "authorisedTo", "2026-06-30"))
                        .problem())
                .isEqualTo("identity/institution-refused");
        assertThat(tried(Map.of("levels", List.of())).problem()).isEqualTo("identity/institution-refused");
        assertThat(tried(Map.of("levels", List.of("MASTER"))).problem()).isEqualTo("identity/institution-refused");
    }

    @Test
    void theContactIsKeptEncryptedAndOutOfTheHistory() {
        change(Map.of("contactPerson", "沈知遥", "contactPhone", "13800001111", "contactEmail", "shen@example.org"));
        assertThat(page().path("contactPhone").asString()).isEqualTo("13800001111");
        assertThat(page().path("history").toString()).contains("联系人已更改").doesNotContain("沈知遥", "13800001111");
        String stored = db.fetch("select * from identity.institution where id = ?", institution.value())
                .toString();
        assertThat(stored).doesNotContain("沈知遥", "13800001111", "shen@example.org");
    }

    @Test
    void ofTwoAdministratorsWhoChangeTheSameOnlyOneIsHeard() {
        int version = page().path("version").asInt();
        change(Map.of("contact", "培训处"));
        Map<String, Object> late = new HashMap<>(body(Map.of("contact", "招生处")));
        late.put("version", version);
        assertThat(admin.send(Call.put(ADMIN + "/{id}", institution).json(late)).problem())
                .isEqualTo("identity/institution-changed");
    }

    @Test
    void aManagerKeepsTheOwnStaffAndHandsOver() {
        Visitor manager = visit("manager");
        JsonNode invited = manager.good(Call.post(OWN).json(Map.of("username", name("clerk"), "displayName", "经办人")))
                .json();
        assertThat(invited.path("code").asString()).isNotBlank();
        UUID clerk = UUID.fromString(invited.path("accountId").asString());
        manager.good(Call.post(OWN + "/{id}/suspension", clerk).json(Map.of("reason", "离职")));
        manager.good(Call.post(OWN + "/{id}/resumption", clerk).json(Map.of("reason", "返聘")));
        String code = manager.good(Call.post(OWN + "/{id}/reset", clerk).json(Map.of("reason", "忘记密码")))
                .json()
                .path("code")
                .asString();
        Call handover = Call.post(OWN + "/{id}/handover", clerk).json(Map.of("reason", "调岗"));
        assertThat(manager.send(handover).problem()).isEqualTo("identity/last-manager");
        Visitor.anonymous(mvc).good(Call.post("/api/activation").json(Map.of("code", code, "password", PASSWORD)));
        manager.good(handover);

        assertThat(manager.send(Call.get(OWN)).status()).isEqualTo(401);
        assertThat(visit("manager").send(Call.get(OWN)).status()).isEqualTo(403);
        assertThat(visit("clerk").good(Call.get(OWN)).text()).contains(name("manager"));
    }

    @Test
    void anotherInstitutionsAccountsDoNotExistForAManager() {
        Visitor stranger = new DemoPeople(mvc).staff("institution2");
        AccountId clerk = staff("clerk", Role.INSTITUTION_STAFF);
        for (String act : List.of("suspension", "resumption", "reset", "handover")) {
            Call call = Call.post(OWN + "/{id}/" + act, clerk).json(Map.of("reason", "x"));
            assertThat(stranger.send(call).status()).as(act).isEqualTo(404);
        }
        assertThat(visit("clerk").send(Call.get(OWN)).status()).isEqualTo(403);
        Call foreign = Call.post(ADMIN + "/{id}/handover", institution)
                .json(Map.of("to", AccountId.next().toString(), "reason", "x"));
        assertThat(admin.send(foreign).status()).isEqualTo(404);
    }

    private AccountId staff(String username, Role role) {
        return accounts.createActive(new NewStaff(name(username), "测试人员", Set.of(role), institution), PASSWORD, TEST);
    }

    private String name(String username) {
        return username + "-" + tag;
    }

    private Visitor visit(String username) {
        return Visitor.signedIn(mvc, name(username), PASSWORD);
    }

    private Answer signIn(String username) {
        return Visitor.anonymous(mvc)
                .send(Call.post("/api/session").json(Map.of("username", name(username), "password", PASSWORD)));
    }

    private JsonNode page() {
        return json.readTree(admin.good(Call.get(ADMIN + "/{id}", institution)).text());
    }

    private void change(Map<String, Object> changes) {
        admin.good(Call.put(ADMIN + "/{id}", institution).json(body(changes)));
    }

    private Answer tried(Map<String, Object> changes) {
        return admin.send(Call.put(ADMIN + "/{id}", institution).json(body(changes)));
    }

    private Map<String, Object> body(Map<String, Object> changes) {
        JsonNode now = page();
        Map<String, Object> body = new HashMap<>();
        body.put("version", now.path("version").asInt());
        body.put("name", now.path("name").asString());
        body.put("contact", now.path("contact").asString());
        body.put("levels", List.of("JUNIOR", "INTERMEDIATE", "SENIOR"));
        body.put("reason", "测试");
        body.putAll(changes);
        return body;
    }
}
