package io.tanshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanshi.certificate.Certificates;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.people.ChangeSource;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.ResidentId;
import io.tanshi.ownership.Answer;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The administrator's register of persons. */
@DemoApplication
final class PersonRegisterTests {

    private static final String SEARCH = "/api/admin/people/search";
    private static final String MERGE = "/api/admin/duplicates/merge";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private Certificates certificates;

    private Visitor admin;
    private SittingId sitting;
    private int made;

    @BeforeEach
    void theOffice() {
        DemoPeople demo = new DemoPeople(mvc);
        admin = demo.staff("admin");
        sitting = new SittingId(demo.sitting("2026-12"));
    }

    @Test
    void aPersonIsFoundByNameOrNumberOrNameAndTail() {
        String number = number("19910203");
        PersonId id = register("单雨薇", number, "13900001111");
        assertThat(found(Map.of("name", "单雨薇"))).contains(id.toString());
        assertThat(found(Map.of("number", number))).contains(id.toString());
        assertThat(found(Map.of("name", "单雨薇", "number", number.substring(14)))).contains(id.toString());
        assertThat(found(Map.of("name", "单雨薇", "number", "0000"))).doesNotContain(id.toString());
        assertThat(found(Map.of("number", number.substring(14)))).isEqualTo("[]");
        assertThat(found(Map.of("name", "单雨薇"))).doesNotContain(number, "13900001111");
    }

    @Test
    void aWholeNumberIsShownWithAReasonOnRecordOnly() {
        String number = number("19920304");
        PersonId id = register("尤书禾", number, "13900002222");
        Call reveal = Call.post("/api/admin/people/{id}/reveal", id);
        assertThat(admin.send(reveal.json(Map.of("which", "PHONE", "reason", " "))).problem())
                .isEqualTo("platform/invalid");
        assertThat(admin.good(reveal.json(Map.of("which", "PHONE", "reason", "联系本人")))
                        .text())
                .contains("13900002222");
        assertThat(admin.good(reveal.json(Map.of("which", "ID_NUMBER", "reason", "核对材料原件")))
                        .text())
                .contains(number);
        String trail = new DemoPeople(mvc)
                .staff("auditor")
                .good(Call.get("/api/audit/entries?subject={id}", id))
                .text();
        assertThat(trail)
                .contains("identity.phone-revealed", "联系本人", "identity.id-number-revealed", "核对材料原件")
                .doesNotContain("13900002222", number);
    }

    @Test
    void nobodyIsShownALongListOfNumbers() {
        Visitor second = new DemoPeople(mvc).staff("admin2");
        PersonId id = register("程见微", number("19930405"), "13900003333");
        Call reveal = Call.post("/api/admin/people/{id}/reveal", id)
                .json(Map.of("which", "PHONE", "reason", "联系本人"));
        String refusal = "";
        for (int i = 0; i < 40 && refusal.isEmpty(); i++) {
            refusal = second.send(reveal).problem();
        }
        assertThat(refusal).isEqualTo("identity/too-many-reveals");
    }

    @Test
    void anotherNameIsKeptWithWhoAndWhy() {
        PersonId id = register("康小满", number("19940506"), "13900004444");
        Call rename = Call.post("/api/admin/people/{id}/name", id);
        assertThat(admin.send(rename.json(Map.of("name", "康小满", "reason", "户口簿更名")))
                        .problem())
                .isEqualTo("identity/person-unchanged");
        JsonNode page = admin.good(rename.json(Map.of("name", "康晓曼", "reason", "户口簿更名")))
                .json();
        assertThat(page.path("name").asString()).isEqualTo("康晓曼");
        JsonNode change = page.at("/changes/0");
        assertThat(change.path("before").asString()).isEqualTo("康小满");
        assertThat(change.path("reason").asString()).isEqualTo("户口簿更名");
        assertThat(change.path("by").asString()).isNotBlank();
    }

    @Test
    void whatCameWithAnApplicationSaysSo() {
        String number = number("19950607");
        PersonId id = register("童一诺", number, "13900005555");
        UUID application = UUID.randomUUID();
        people.register(
                new PersonDetails("童一诺", number, "13900005556", null),
                new ChangeSource("何静宜", "审核通过的报名资料", application.toString()));
        JsonNode change = admin.good(Call.get("/api/admin/people/{id}", id)).json().at("/changes/0");
        assertThat(change.path("application").asString()).isEqualTo(application.toString());
        assertThat(change.path("before").asString()).isEqualTo("139****5555");
    }

    @Test
    void aMistypedNumberIsProposedAndMerged() {
        String typed = number("19960708");
        String right = number("19960708");
        PersonId wrong = register("詹允和", typed, "13900006666");
        PersonId good = register("詹允和", right, "13900006666");
        register("詹允和", number("19700101"), "13900006666");
        certificates.prepare(wrong, sitting, Level.JUNIOR, UUID.randomUUID());

        String proposed = admin.good(Call.get("/api/admin/duplicates")).text();
        assertThat(proposed).contains(wrong.toString(), good.toString(), "姓名、出生日期、电话都相同");
        JsonNode preview = preview(wrong, good).json();
        assertThat(preview.path("conflicts")).isEmpty();
        assertThat(preview.path("moves").toString()).contains("证书", "初级");

        admin.good(Call.post(MERGE).json(Map.of("from", wrong, "into", good, "reason", "身份证复印件核对")));

        assertThat(people.findByIdNumber(typed)).contains(good);
        assertThat(people.findByIdNumber(right)).contains(good);
        assertThat(people.view(wrong).id()).isEqualTo(good);
        await().atMost(Duration.ofSeconds(20)).until(() -> admin.good(Call.get("/api/admin/people/{id}", good))
                .text()
                .contains("证书"));
        assertThat(admin.good(Call.get("/api/admin/duplicates")).text()).doesNotContain(wrong.toString());
        assertThat(admin.send(Call.post(MERGE).json(Map.of("from", wrong, "into", good, "reason", "再来一次")))
                        .problem())
                .as("they are one already")
                .isEqualTo("identity/merge-refused");
    }

    @Test
    void twoWithACertificateOfOneSittingAreNotMerged() {
        PersonId one = register("苗青禾", number("19970809"), "13900007777");
        PersonId other = register("苗青禾", number("19970809"), "13900007777");
        certificates.prepare(one, sitting, Level.SENIOR, UUID.randomUUID());
        certificates.prepare(other, sitting, Level.SENIOR, UUID.randomUUID());
        Answer refused = admin.send(Call.post(MERGE).json(Map.of("from", one, "into", other, "reason", "同一人")));
        assertThat(refused.problem()).isEqualTo("identity/merge-refused");
        assertThat(refused.text()).contains("都有证书");
        assertThat(people.view(one).id()).isEqualTo(one);
    }

    private Answer preview(PersonId from, PersonId into) {
        return admin.good(Call.get("/api/admin/duplicates/preview?from={a}&into={b}", from, into));
    }

    private String found(Map<String, String> query) {
        return admin.good(Call.post(SEARCH).json(query)).text();
    }

    private PersonId register(String name, String number, String phone) {
        return people.register(new PersonDetails(name, number, phone, null));
    }

    /** A valid number of somebody born that day; another one each time. */
    private String number(String birth) {
        made++;
        String first = "330102" + birth + String.format("%03d", (System.nanoTime() / 1000 + made) % 1000);
        return first + ResidentId.checkCharacter(first);
    }
}
