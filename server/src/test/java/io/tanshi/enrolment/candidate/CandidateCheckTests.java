package io.tanshi.enrolment.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.ownership.Answer;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A candidate between submission and approval: activates by the link, checks the data, mends what was returned. */
@DemoApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CandidateCheckTests {

    private static final String SITTING = "2027-04";
    private static final String PASSWORD = "candidate-2026-yes";
    private static final String OWN = "/api/candidate/applications/{id}";
    private static final String ROSTER = "/api/institution/applications";

    private MockMvc mvc;
    private DemoPeople people;
    private Visitor institution;
    private Visitor reviewer;
    private UUID sitting;
    private List<UUID> submitted;

    @BeforeAll
    void aSubmittedBatch(@Autowired MockMvc mvc) throws IOException {
        this.mvc = mvc;
        people = new DemoPeople(mvc);
        institution = people.staff("institution2");
        reviewer = people.staff("reviewer");
        sitting = people.sitting(SITTING);
        UUID batch = id(institution
                .good(Call.post("/api/institution/batches").json(Map.of("sittingId", sitting)))
                .json());
        institution.good(Call.post("/api/institution/batches/{id}/uploads", batch)
                .bytes(drawn())
                .header("X-File-Name", "batch.zip"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> institution
                        .good(Call.get("/api/institution/batches/{id}/progress", batch))
                        .json()
                        .path("state")
                        .asString()
                        .equals("CHECKED"));
        institution.good(Call.post("/api/institution/batches/{id}/submission", batch));
        submitted = items(roster().path("entries")).stream()
                .map(CandidateCheckTests::id)
                .toList();
        assertThat(submitted).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void aCodeIsThereAtSubmissionAndANewOneMakesItWorthless() {
        JsonNode first = code(submitted.get(0));
        assertThat(first.path("link").asString())
                .endsWith("/activate#" + first.path("code").asString());
        String today = institution
                .good(Call.get("/api/session"))
                .json()
                .path("businessDate")
                .asString();
        assertThat(first.path("expiresAt").asString())
                .startsWith(LocalDate.parse(today).plusDays(30).toString());
        institution.good(
                Call.post(ROSTER + "/{id}/activation-code", submitted.get(0)).json(Map.of("reason", "激活条丢失")));
        JsonNode second = code(submitted.get(0));

        assertThat(activate(first, submitted.get(0)).problem()).isEqualTo("identity/activation-refused");
        assertThat(activate(second, submitted.get(0)).status()).isEqualTo(204);
        assertThat(activate(second, submitted.get(0)).problem()).isEqualTo("identity/activation-refused");
        assertThat(code(submitted.get(0)).has("code")).isFalse();
    }

    @Test
    void aNewCodeForAForgottenPasswordTakesThePasswordAndEndsTheSession() {
        Visitor candidate = people.activated(institution, sitting, submitted.get(1));
        institution.good(
                Call.post(ROSTER + "/{id}/activation-code", submitted.get(1)).json(Map.of("reason", "忘记密码")));
        assertThat(candidate.send(Call.get("/api/candidate/applications")).status())
                .isEqualTo(401);
    }

    @Test
    void whatIsReportedIsAnsweredBeforeTheWholeIsConfirmed() {
        UUID id = submitted.get(2);
        Visitor candidate = people.activated(institution, sitting, id);
        JsonNode detail = candidate.good(Call.get(OWN, id)).json();
        assertThat(detail.path("undrawable").isEmpty()).isTrue();
        assertThat(detail.at("/clause/text").asString()).isNotBlank();

        JsonNode reported = candidate
                .good(Call.post(OWN + "/reports", id).json(Map.of("subject", "SCHOOL", "words", "应为浙江大学")))
                .json();
        assertThat(confirm(candidate, reported).problem()).isEqualTo("enrolment/reports-pending");
        UUID report = id(reported.at("/reports/0"));
        reply(id, report, true, "请审核员退回，我们改正");
        assertThat(reviewer.good(Call.get("/api/review/applications/{id}/candidate-reports", id))
                        .text())
                .contains("应为浙江大学", "请审核员退回");
        reply(id, report, false, "学历证书上就是这所学校");

        JsonNode confirmed =
                confirm(candidate, candidate.good(Call.get(OWN, id)).json()).json();
        assertThat(confirmed.at("/application/checkedAt").asString()).isNotBlank();
        assertThat(candidate
                        .send(Call.post(OWN + "/reports", id).json(Map.of("subject", "NAME", "words", "x")))
                        .problem())
                .isEqualTo("enrolment/check-confirmed");
    }

    @Test
    void onlyAPaperThatWasReturnedIsTakenAndTheInstitutionHandsItInAgain() {
        UUID id = submitted.get(3);
        Visitor candidate = people.activated(institution, sitting, id);
        byte[] work =
                institution.good(Call.get(ROSTER + "/{id}/files/WORK", id)).body();
        sendBack(id);
        JsonNode detail = candidate.good(Call.get(OWN, id)).json();
        assertThat(detail.at("/application/returned/0/words").asString()).isEqualTo("请加盖公章。");

        assertThat(bring(candidate, id, "ID_FRONT", work).problem()).isEqualTo("enrolment/not-asked-for");
        assertThat(bring(candidate, id, "WORK", new byte[0]).problem()).isEqualTo("enrolment/upload-empty");
        byte[] other = work.clone();
        other[other.length - 1]++;
        assertThat(bring(candidate, id, "WORK", other).status()).isEqualTo(200);
        JsonNode entry = entry(id);
        assertThat(entry.at("/sentIn/0").asString()).isEqualTo("工作证明");

        JsonNode outcomes = institution
                .good(Call.post(ROSTER + "/resubmissions")
                        .json(Map.of(
                                "applications",
                                List.of(
                                        Map.of(
                                                "id",
                                                id,
                                                "version",
                                                entry.path("version").asInt()),
                                        Map.of("id", submitted.get(4), "version", 1)))))
                .json();
        assertThat(outcomes.get(0).has("refusal")).isFalse();
        assertThat(outcomes.get(1).path("refusal").asString()).isNotBlank();
        assertThat(entry(id).path("state").asString()).isEqualTo("PENDING");
    }

    @Test
    void theFormIsOnePageEachWithEmbeddedFontsAndReadableText() throws IOException {
        Answer all = institution.good(Call.get("/api/institution/application-forms?sittingId={id}", sitting));
        String number = institution
                .good(Call.post(ROSTER + "/{id}/id-number", submitted.get(5)))
                .json()
                .path("idNumber")
                .asString();
        assertThat(all.text()).contains(entry(submitted.get(5)).path("name").asString(), number, "本人承诺", "本人签名");
        try (PDDocument document = Loader.loadPDF(all.body())) {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(submitted.size());
            PDPage page = document.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
            }
            assertThat(page.getResources().getXObjectNames()).as("the photo").isNotEmpty();
        }
        assertThat(all.body().length / submitted.size()).isLessThan(1_000_000);
    }

    private Answer activate(JsonNode code, UUID application) {
        String number = institution
                .good(Call.post(ROSTER + "/{id}/id-number", application))
                .json()
                .path("idNumber")
                .asString();
        return Visitor.anonymous(mvc)
                .send(Call.post("/api/activation")
                        .json(Map.of(
                                "code", code.path("code").asString("AAAA-BBBB-CCCC"),
                                "idNumberLast4", number.substring(number.length() - 4),
                                "password", PASSWORD)));
    }

    private JsonNode code(UUID application) {
        JsonNode codes = institution
                .good(Call.get("/api/institution/activation-codes?sittingId={id}", sitting))
                .json();
        return items(codes).stream()
                .filter(e -> e.path("applicationId").asString().equals(application.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Answer confirm(Visitor candidate, JsonNode detail) {
        return candidate.send(
                Call.post(OWN + "/confirmation", detail.at("/application/id").asString())
                        .json(Map.of("digest", detail.path("digest").asString())));
    }

    private void reply(UUID id, UUID report, boolean toReviewer, String words) {
        institution.good(Call.post(ROSTER + "/{id}/reports/{report}/reply", id, report)
                .json(Map.of("toReviewer", toReviewer, "words", words)));
    }

    private static Answer bring(Visitor candidate, UUID id, String kind, byte[] content) {
        int version = candidate.good(Call.get(OWN, id)).json().path("version").asInt();
        return candidate.send(
                Call.put(OWN + "/files/" + kind + "?version=" + version, id).bytes(content));
    }

    private void sendBack(UUID id) {
        JsonNode claimed = reviewer.good(Call.post("/api/review/applications/{id}/claim", id))
                .json();
        Map<String, Object> body = new HashMap<>();
        body.put("version", claimed.path("version").asInt());
        body.put("notes", List.of(Map.of("kind", "WORK", "reason", "NO_SEAL", "words", "请加盖公章。")));
        reviewer.good(Call.post("/api/review/applications/{id}/return", id).json(body));
    }

    private JsonNode entry(UUID id) {
        return institution.good(Call.get(ROSTER + "/{id}", id)).json().path("entry");
    }

    private JsonNode roster() {
        return institution.good(Call.get(ROSTER + "?sittingId={id}", sitting)).json();
    }

    private static byte[] drawn() throws IOException {
        Path zip = Files.createTempFile("tanshi-test-", ".zip");
        try {
            new BatchMaker(new BatchPlan(
                            6,
                            4_242,
                            Set.of(),
                            PackageShape.USUAL,
                            YearMonth.parse(SITTING),
                            LocalDate.parse("2027-04-16"),
                            RuleSet.shipped(RuleSet.DEFAULT_CODE)))
                    .make(zip);
            return Files.readAllBytes(zip);
        } finally {
            Files.delete(zip);
        }
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.path("id").asString());
    }
}
