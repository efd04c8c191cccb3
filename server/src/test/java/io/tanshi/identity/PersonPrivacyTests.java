package io.tanshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.people.People;
import io.tanshi.identity.register.RetainedKind;
import io.tanshi.identity.session.PersonId;
import io.tanshi.ownership.Answer;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Export, erasure and retention of what the demonstration holds; all of it is rolled back. */
@DemoApplication
@Transactional
class PersonPrivacyTests {

    private static final Instant FAR_AHEAD = Instant.parse("2099-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<RetainedKind> kinds;

    private Visitor admin;
    private Visitor second;
    private UUID application;
    private PersonId person;
    private String name;

    @BeforeEach
    void somebodyWhoseApplicationWasDecided() {
        DemoPeople demo = new DemoPeople(mvc);
        admin = demo.staff("admin");
        second = demo.staff("admin2");
        application = jdbc.sql("select id from enrolment.application where state = 'PENDING' order by id limit 1")
                .query(UUID.class)
                .single();
        person = new PersonId(jdbc.sql("select person_id from enrolment.application where id = :id")
                .param("id", application)
                .query(UUID.class)
                .single());
        name = people.view(person).name();
    }

    @Test
    void anExportHoldsEverythingInAFormToRead() throws IOException {
        Answer zip =
                admin.good(Call.post("/api/admin/people/{id}/export", person).json(Map.of("reason", "本人书面申请")));
        Map<String, byte[]> entries = entries(zip.body());
        String page = text(entries, "index.html");
        assertThat(page).startsWith("<!doctype html>").contains(name, "证件号码", "申报级别", "待审核");
        assertThat(page).matches("(?s).*\\d{17}[\\dX].*");
        assertThat(text(entries, "data.json")).contains(name, "\"records\"");
        assertThat(entries.keySet()).anyMatch(entry -> entry.startsWith("files/") && entry.endsWith(".jpg"));
        String trail = new DemoPeople(mvc)
                .staff("auditor")
                .good(Call.get("/api/audit/entries?subject={id}", person))
                .text();
        assertThat(trail).contains("identity.person-exported", "本人书面申请").doesNotContain(name);
    }

    @Test
    void whileAnApplicationRunsNothingIsErased() {
        Answer refused = admin.send(erasure());
        assertThat(refused.problem()).isEqualTo("identity/erasure-blocked");
        assertThat(refused.detail()).contains("还在进行", "待审核");
    }

    @Test
    void erasingTakesTwoAndLeavesNobodysRecords() {
        state("REJECTED");
        String proposal = admin.good(erasure()).json().at("/proposal/id").asString();
        Call confirmation = Call.post("/api/admin/privacy/erasures/{id}/confirmation", proposal);
        assertThat(admin.send(confirmation).problem()).isEqualTo("identity/same-person");

        second.good(confirmation);

        assertThat(people.view(person).name()).isEqualTo("已删除的人员");
        assertThat(people.view(person).maskedIdNumber()).isEmpty();
        assertThat(people.view(person).photo()).isNull();
        assertThat(count("select count(*) from enrolment.application where id = :id"))
                .isEqualTo(1);
        assertThat(count("select count(*) from enrolment.application_document where application_id = :id"))
                .isZero();
        assertThat(count("select count(*) from enrolment.batch_row where application_id = :id"))
                .isZero();
        assertThat(admin.good(Call.post("/api/admin/people/search").json(Map.of("name", name)))
                        .text())
                .doesNotContain(person.toString());
        assertThat(admin.good(Call.get("/api/admin/people/{id}", person)).text())
                .contains("erasedAt", "审核不通过")
                .doesNotContain(name);
        assertThat(admin.send(Call.post("/api/admin/people/{id}/export", person).json(Map.of("reason", "再导出")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aProposalCanBeTakenBack() {
        state("REJECTED");
        String proposal = admin.good(erasure()).json().at("/proposal/id").asString();
        assertThat(second.send(erasure()).problem()).isEqualTo("identity/erasure-open");
        admin.good(Call.post("/api/admin/privacy/erasures/{id}/withdrawal", proposal));
        assertThat(admin.good(Call.get("/api/admin/privacy/erasures")).json()).isEmpty();
        assertThat(people.view(person).name()).isEqualTo(name);
    }

    @Test
    void nothingIsPurgedBeforeItsTerm() {
        for (RetainedKind kind : kinds) {
            assertThat(kind.due(LONG_AGO).removable()).as(kind.code()).isZero();
            assertThat(kind.purge(LONG_AGO).removable()).as(kind.code()).isZero();
        }
    }

    @Test
    void pastTheirTermThePapersGoAndThePhotosStay() {
        state("REJECTED");
        int photos = photos();
        // Pictures taken at entry have no exam to be of here; theirs is LikenessTest.
        List<RetainedKind> filled = kinds.stream()
                .filter(kind -> !kind.code().equals("delivery.likenesses"))
                .toList();
        assertThat(filled).isNotEmpty();
        for (RetainedKind kind : filled) {
            RetainedKind.Due due = kind.due(FAR_AHEAD);
            assertThat(kind.purge(FAR_AHEAD)).as(kind.code()).isEqualTo(due);
            assertThat(due.removable()).as(kind.code()).isPositive();
            assertThat(kind.due(FAR_AHEAD).removable()).as(kind.code()).isZero();
        }
        assertThat(photos()).isEqualTo(photos).isPositive();
        assertThat(admin.good(Call.get("/api/admin/people/{id}/photo", person)).body())
                .isNotEmpty();
        assertThat(
                        count(
                                "select count(*) from enrolment.application_document where application_id = :id and kind <> 'PHOTO'"))
                .isZero();
    }

    @Test
    void aPurgeIsOnRecordWithItsCounts() {
        String code = kinds.getFirst().code();
        String changed = admin.good(Call.put("/api/admin/privacy/retention/{code}", code)
                        .json(Map.of("months", 24, "reason", "机构要求延长")))
                .text();
        assertThat(changed).contains("\"months\":24", "\"defaultMonths\":12");
        String after =
                admin.good(Call.post("/api/admin/privacy/retention/purge")).text();
        assertThat(after).contains("\"runs\":[{");
        String trail = new DemoPeople(mvc)
                .staff("auditor")
                .good(Call.get("/api/audit/entries?action=identity.documents-purged"))
                .text();
        assertThat(trail).contains(code, "\"count\":0");
    }

    private Call erasure() {
        return Call.post("/api/admin/people/{id}/erasure", person).json(Map.of("reason", "本人书面申请"));
    }

    private void state(String state) {
        jdbc.sql("update enrolment.application set state = :state where id = :id")
                .param("state", state)
                .param("id", application)
                .update();
    }

    private int photos() {
        return jdbc.sql("select count(*) from enrolment.application_document where kind = 'PHOTO'")
                .query(Integer.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).param("id", application).query(Integer.class).single();
    }

    private static String text(Map<String, byte[]> entries, String entry) {
        byte[] content = entries.get(entry);
        assertThat(content).as(entry).isNotNull();
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> entries(byte[] body) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), zip.readAllBytes());
            }
        }
        return all;
    }
}
