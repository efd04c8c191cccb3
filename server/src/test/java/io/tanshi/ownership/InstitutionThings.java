package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What one institution has after a batch was submitted and partly reviewed; and a batch of another institution. */
final class InstitutionThings {

    /** Far enough away that no other test closes its registration by moving the clock. */
    static final String SITTING = "2027-04";

    final Visitor owner;
    final Visitor stranger;
    final UUID sitting;
    final byte[] upload;
    final UUID batch;
    final UUID strangersBatch;
    final UUID rowToMend;
    final UUID rowToRemove;
    final UUID looseFile;
    final UUID approved;
    final UUID returned;
    final UUID pending;
    final UUID reporting;
    final UUID report;

    InstitutionThings(MockMvc mvc) throws IOException {
        DemoPeople people = new DemoPeople(mvc);
        owner = people.staff(DemoPeople.INSTITUTION);
        stranger = people.staff(DemoPeople.OTHER_INSTITUTION);
        sitting = people.sitting(SITTING);
        upload = drawn();
        batch = openBatch(owner);
        strangersBatch = openBatch(stranger);
        upload();
        List<JsonNode> blocked =
                items(get("/api/institution/batches/{id}/rows", batch).path("items"));
        rowToMend = id(blocked.stream()
                .filter(r -> r.toString().contains("phone-invalid"))
                .findFirst()
                .orElseThrow());
        rowToRemove = id(blocked.stream()
                .filter(r -> r.toString().contains("photo-not-blue"))
                .findFirst()
                .orElseThrow());
        looseFile = id(
                items(get("/api/institution/batches/{id}/loose-files", batch)).getFirst());
        owner.good(Call.post("/api/institution/batches/{id}/submission", batch));
        List<UUID> submitted = submitted();
        assertThat(submitted).hasSizeGreaterThanOrEqualTo(4);
        Visitor reviewer = people.staff("reviewer");
        approved = submitted.get(0);
        decide(reviewer, approved, "approval", Map.of());
        returned = submitted.get(1);
        decide(
                reviewer,
                returned,
                "return",
                Map.of("notes", List.of(Map.of("kind", "WORK", "reason", "NO_SEAL", "words", "请加盖公章。"))));
        pending = submitted.get(2);
        reporting = submitted.get(3);
        report = reported(people);
        await().atMost(Duration.ofSeconds(30)).until(() -> !supervised().isEmpty());
    }

    private @Nullable UUID colleague;

    /** Somebody of the owner's institution, invited by the owner. */
    UUID colleague() {
        if (colleague == null) {
            colleague = UUID.fromString(owner.good(Call.post("/api/institution/staff")
                            .json(Map.of("username", "colleague-of-owner", "displayName", "经办人")))
                    .json()
                    .path("accountId")
                    .asString());
        }
        return colleague;
    }

    private List<UUID> submitted() {
        return items(get("/api/institution/applications?sittingId={id}", sitting)
                        .path("entries"))
                .stream()
                .map(InstitutionThings::id)
                .toList();
    }

    private UUID reported(DemoPeople people) {
        Visitor candidate = people.activated(owner, sitting, reporting);
        JsonNode detail = candidate
                .good(Call.post("/api/candidate/applications/{id}/reports", reporting)
                        .json(Map.of("subject", "SCHOOL", "words", "毕业院校少了两个字")))
                .json();
        return id(detail.at("/reports/0"));
    }

    private byte[] drawn() throws IOException {
        Path zip = Files.createTempFile("tanshi-test-", ".zip");
        try {
            new BatchMaker(new BatchPlan(
                            8,
                            77,
                            EnumSet.of(Fault.PHONE, Fault.PHOTO_WHITE, Fault.ORPHAN_PHOTO),
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

    UUID openBatch(Visitor institution) {
        return id(institution
                .good(Call.post("/api/institution/batches").json(Map.of("sittingId", sitting)))
                .json());
    }

    private void upload() {
        owner.good(Call.post("/api/institution/batches/{id}/uploads", batch)
                .bytes(upload)
                .header("X-File-Name", "batch.zip"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get("/api/institution/batches/{id}/progress", batch)
                        .path("state")
                        .asString()
                        .equals("CHECKED"));
    }

    private static void decide(Visitor reviewer, UUID application, String verb, Map<String, ?> words) {
        JsonNode claimed = reviewer.good(Call.post("/api/review/applications/{id}/claim", application))
                .json();
        Map<String, Object> body = new HashMap<>(words);
        body.put("version", claimed.path("version").asInt());
        reviewer.good(
                Call.post("/api/review/applications/{id}/" + verb, application).json(body));
    }

    /** Announces a file of that size to the owner's batch. */
    Call transfer(int size) {
        return Call.post("/api/institution/batches/{id}/transfers", batch)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "" + size)
                .header("Upload-Metadata", "filename YS56aXA=");
    }

    /** A file on its way to the owner's batch. */
    UUID begunTransfer() {
        String location = owner.good(transfer(10)).header("Location");
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** The code of the approved candidate. */
    String code() {
        return items(get("/api/institution/activation-codes?sittingId={id}", sitting)).stream()
                .filter(e -> e.path("applicationId").asString().equals(approved.toString()))
                .map(e -> e.path("code").asString())
                .findFirst()
                .orElseThrow();
    }

    /** The clear number of the approved candidate. */
    String number() {
        return owner.good(Call.post("/api/institution/applications/{id}/id-number", approved)
                        .json(Map.of("reason", "核对材料原件")))
                .json()
                .path("idNumber")
                .asString();
    }

    /** The same masked. */
    String maskedNumber() {
        return get("/api/institution/applications/{id}", approved)
                .at("/entry/maskedNumber")
                .asString();
    }

    String supervised() {
        return items(get("/api/institution/study?sitting={code}", SITTING)).stream()
                .map(e -> e.path("personId").asString())
                .findFirst()
                .orElse("");
    }

    int rowVersion(UUID row) {
        return get("/api/institution/batches/{id}/rows/{row}", batch, row)
                .path("version")
                .asInt();
    }

    int version(UUID application) {
        return get("/api/institution/applications/{id}", application)
                .path("entry")
                .path("version")
                .asInt();
    }

    /** A paper that is a readable one. */
    byte[] paper() {
        return owner.good(Call.get("/api/institution/applications/{id}/files/WORK", returned))
                .body();
    }

    private JsonNode get(String path, Object... values) {
        return owner.good(Call.get(path, values)).json();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.path("id").asString());
    }
}
