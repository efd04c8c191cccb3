package io.tanshi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.tanshi.audit.AuditEntry;
import io.tanshi.audit.AuditReader;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an administrator does on the screens, against the real database, on the demo's business date 2026-12-10. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "identity")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ProgrammeWebTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Sittings sittings;

    @Autowired
    private Programmes programmes;

    @Autowired
    private AuditReader audit;

    private final JsonMapper json = new JsonMapper();

    @Test
    @Order(1)
    void anyoneReadsTheProgrammeAndNobodyElseMayEnter() {
        JsonNode page = body(get("/api/public/programme"), 200);
        assertThat(page.get("clauses").size()).isEqualTo(7);
        assertThat(page.get("clauses").get(5).get("cells").get(2).get("text").asString())
                .isEqualTo("中级证书，满 1 年");
        assertThat(page.get("nextSitting").get("code").asString()).isEqualTo("2026-12");
        assertThat(page.get("nextSitting")
                        .get("milestones")
                        .get(3)
                        .get("provisional")
                        .asBoolean())
                .isTrue();
        body(get("/api/sittings"), 401);
        body(get("/api/admin/programme").with(as(Role.REVIEWER)), 403);
        body(get("/api/admin/sittings").with(as(Role.INSTITUTION_MANAGER)), 403);
        JsonNode all = body(get("/api/sittings").with(as(Role.CANDIDATE)), 200);
        assertThat(all.valueStream().map(sitting -> sitting.get("code").asString()))
                .containsExactly("2027-04", "2027-02", "2026-12", "2026-04");
    }

    @Test
    @Order(2)
    void aYearOfSittingsIsCreatedOnce() {
        String year = "{\"year\": 2027}";
        JsonNode created = body(send(post("/api/admin/sittings/years"), year), 201);
        assertThat(created.size()).isEqualTo(4);
        JsonNode copied = body(get("/api/admin/sittings/copied").with(as(Role.ADMINISTRATOR)), 200);
        assertThat(copied.get(0).get("value").asString()).isEqualTo("2027-12 考期");
        assertThat(created.get(1).get("otherReading").asString()).isEqualTo("2027-08-21");
        JsonNode again = body(send(post("/api/admin/sittings/years"), year), 409);
        assertThat(again.get("type").asString()).endsWith("programme/sitting-exists");
        assertThat(body(send(post("/api/admin/sittings/years"), "{\"year\": 2031}"), 422)
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("year");
    }

    @Test
    @Order(3)
    void aMoveIsSeenBeforeItIsSavedAndThenKeptWithItsReason() {
        String path = "/api/admin/sittings/" + august().id();
        String move =
                "\"examDate\": \"2027-08-21\", \"registrationCloses\": \"2027-08-13T17:30:00\", \"registrationBasis\": \"留出审核时间\"";
        JsonNode outlook = body(send(post(path + "/outlook"), "{" + move + "}"), 200);
        assertThat(outlook.get("sitting").get("examDate").asString()).isEqualTo("2027-08-21");
        assertThat(august().examDate()).isEqualTo("2027-08-28");

        JsonNode past = body(send(post(path + "/outlook"), "{\"examDate\": \"2026-12-10\"}"), 200);
        assertThat(past.get("refusal").asString()).contains("晚于今天");

        body(send(post(path + "/move"), "{" + move + ", \"reason\": \" \", \"version\": 1}"), 422);
        JsonNode page = body(send(post(path + "/move"), "{" + move + ", \"reason\": \"考点不开放\", \"version\": 1}"), 200);
        assertThat(page.get("history").get(0).get("reason").asString()).isEqualTo("考点不开放");
        assertThat(august().examDate()).isEqualTo("2027-08-21");
        assertThat(august().asOf()).isEqualTo("2027-08-13");
        body(send(post(path + "/move"), "{\"examDate\": \"2027-08-28\", \"reason\": \"x\", \"version\": 1}"), 409);
        assertThat(trail()).anySatisfy(entry -> assertThat(entry.action()).isEqualTo("programme.sitting-moved"));
    }

    @Test
    @Order(4)
    void anImportedYearMakesProvisionalDatesFirm() {
        assertThat(december().timetable().provisional()).isTrue();
        String wrong = paste("2027-01-01, off, 元旦\\n2027-02-30, off, 春节");
        JsonNode faults = body(send(post("/api/admin/calendar/outlook"), wrong), 200);
        assertThat(faults.get("faults").get(0).get("line").asInt()).isEqualTo(2);
        body(send(post("/api/admin/calendar"), wrong), 422);
        assertThat(december().timetable().provisional()).isTrue();

        String right = paste(
                "2027-01-01, off, 元旦\\n2027-02-08, off, 春节\\n2027-02-14, work, 春节\\n2027-05-01, off, 劳动节\\n2027-10-01, off, 国庆节");
        assertThat(body(send(post("/api/admin/calendar/outlook"), right), 200)
                        .get("shifts")
                        .size())
                .isGreaterThan(2);
        body(send(post("/api/admin/calendar"), right), 201);
        assertThat(december().timetable().provisional()).isFalse();
        assertThat(december().timetable().resultsBy()).isEqualTo(LocalDate.of(2027, 1, 18));
        JsonNode page = body(get("/api/admin/sittings/" + december().id()).with(as(Role.ADMINISTRATOR)), 200);
        assertThat(page.get("history").get(0).get("verb").asString()).isEqualTo("期限重算");
        // A correction of the same year is its next version.
        assertThat(body(send(post("/api/admin/calendar"), right), 201)
                        .get("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(5)
    void aParameterIsSetWithItsReasonAndWithinItsBounds() {
        String path = "/api/admin/programme/parameters/";
        body(send(put(path + "passMark"), "{\"value\": \"65\", \"reason\": \"评价机构会议\"}"), 200);
        assertThat(programmes.parameters().passMark().points().intValue()).isEqualTo(65);
        body(send(put(path + "passMark"), "{\"value\": \"101\", \"reason\": \"x\"}"), 422);
        body(send(put(path + "resultsWorkingDays"), "{\"value\": \"20\", \"reason\": \"x\"}"), 422);
        body(send(put(path + "durationMinutes"), "{\"value\": \"20\", \"reason\": \"x\"}"), 422);
        body(send(put(path + "nothing"), "{\"value\": \"20\", \"reason\": \"x\"}"), 404);
        body(send(put(path + "eligibilityRuleSet"), "{\"value\": \"deck-2024-normalised\", \"reason\": \"x\"}"), 200);
        assertThat(programmes.eligibility().code()).isEqualTo("deck-2024-normalised");
        // Sittings that exist keep the version they name.
        JsonNode conditions = body(get("/api/conditions").with(as(Role.REVIEWER)), 200);
        assertThat(conditions.get("ruleSet").asString()).isEqualTo("deck-2024");
        body(get("/api/conditions").with(as(Role.INSTITUTION_MANAGER)), 403);
        body(get("/api/admin/conditions").with(as(Role.REVIEWER)), 403);
    }

    private Sitting august() {
        return sittings.findByCode("2027-08").orElseThrow();
    }

    private Sitting december() {
        return sittings.findByCode("2026-12").orElseThrow();
    }

    private List<AuditEntry> trail() {
        return audit.read(new AuditReader.Query("programme.", null, null, null, null), 0, 50)
                .items();
    }

    private static String paste(String text) {
        return "{\"year\": 2027, \"source\": \"测试\", \"text\": \"" + text + "\"}";
    }

    private static MockHttpServletRequestBuilder send(MockHttpServletRequestBuilder request, String body) {
        return request.with(as(Role.ADMINISTRATOR))
                .with(csrf())
                .contentType("application/json")
                .content(body);
    }

    private JsonNode body(MockHttpServletRequestBuilder request, int status) {
        var answer = mvc.perform(request);
        assertThat(answer).as(answer.getResponse().toString()).hasStatus(status);
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static RequestPostProcessor as(Role role) {
        CurrentAccount account = new CurrentAccount(AccountId.next(), "赵岑", Set.of(role), null, null);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
    }
}
