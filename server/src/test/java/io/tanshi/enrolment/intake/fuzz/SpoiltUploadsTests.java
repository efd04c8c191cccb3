package io.tanshi.enrolment.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanshi.enrolment.intake.spoiling.PackageSpoiler;
import io.tanshi.enrolment.intake.spoiling.PackageSpoiler.Spoilt;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.ownership.Answer;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import io.tanshi.platform.TanshiSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/**
 * Spoilt packages on the way of a real upload: no answer of 5xx, no check that breaks, nothing half-written, no document
 * number in an answer. {@code -Dfuzz.seed=N -Dfuzz.uploads=M} tries others.
 */
@DemoApplication
final class SpoiltUploadsTests {

    /** Registration is open, and no other test asks for its rows. */
    private static final String SITTING = "2027-04";

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-fA-F-])\\d{15}");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TanshiSettings settings;

    @Test
    void areCheckedOrRefusedAndLeaveNothingHalfWritten() throws IOException {
        DemoPeople people = new DemoPeople(mvc);
        Visitor institution = people.staff(DemoPeople.INSTITUTION);
        UUID sitting = people.sitting(SITTING);
        PackageSpoiler spoiler = new PackageSpoiler(YearMonth.parse(SITTING), LocalDate.of(2027, 4, 17));
        long first = Long.getLong("fuzz.seed", 20_261_128L);
        for (long seed = first; seed < first + Integer.getInteger("fuzz.uploads", 50); seed++) {
            upload(institution, sitting, spoiler.spoilt(seed));
        }
    }

    private void upload(Visitor institution, UUID sitting, Spoilt spoilt) throws IOException {
        String which = "-Dfuzz.seed=%d -Dfuzz.uploads=1 (%s)".formatted(spoilt.seed(), spoilt.what());
        UUID batch = UUID.fromString(institution
                .good(Call.post("/api/institution/batches").json(java.util.Map.of("sittingId", sitting)))
                .json()
                .path("id")
                .asString());
        long before = storedFiles();
        Answer answer = institution.send(Call.post("/api/institution/batches/{id}/uploads", batch)
                .bytes(spoilt.content())
                .header("X-File-Name", URLEncoder.encode(spoilt.fileName(), StandardCharsets.UTF_8)));
        if (answer.status() != 202) {
            assertThat(answer.status()).as(which).isBetween(400, 499);
            assertThat(answer.json().path("detail").asString()).as(which).contains("请");
            assertKept(which, batch, before, 0);
            return;
        }
        JsonNode view = checked(institution, batch);
        JsonNode upload = view.path("upload");
        assertThat(upload.path("state").asString()).as(which).isIn("CHECKED", "REFUSED", "AWAITING_FORM");
        if (upload.path("state").asString().equals("REFUSED")) {
            assertThat(upload.path("refusal").path("message").asString())
                    .as(which)
                    .isNotEmpty();
            assertThat(rows(batch)).as(which).isZero();
        }
        assertKept(which, batch, before, 1);
        assertThat(view.path("strip").size()).as(which).isEqualTo((int) rows(batch));
        assertNoNumber(which, view);
        assertNoNumber(
                which,
                institution
                        .good(Call.get("/api/institution/batches/{id}/rows?blocked=false", batch))
                        .json());
    }

    private JsonNode checked(Visitor institution, UUID batch) {
        Call view = Call.get("/api/institution/batches/{id}", batch);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !Set.of("WAITING", "CHECKING")
                        .contains(institution
                                .good(view)
                                .json()
                                .path("upload")
                                .path("state")
                                .asString()));
        return institution.good(view).json();
    }

    /** The original when it was taken, the files of the rows, and on the disk just as many. */
    private void assertKept(String which, UUID batch, long before, int originals) throws IOException {
        assertThat(storedFiles() - before).as(which).isEqualTo(originals + rowFiles(batch) + looseFiles(batch));
        assertThat(filesOnDisk()).as(which).isEqualTo(storedFiles());
        assertThat(count("select count(*) from enrolment.batch_row where batch_id = ? and stage = 'CHECKING'", batch))
                .as(which)
                .isZero();
    }

    private static void assertNoNumber(String which, JsonNode json) {
        String text = Normalizer.normalize(json.toString(), Normalizer.Form.NFKC);
        assertThat(NUMBER.matcher(text)
                        .results()
                        .map(found -> text.substring(
                                Math.max(0, found.start() - 60), Math.min(text.length(), found.end() + 20))))
                .as(which)
                .isEmpty();
    }

    private long rows(UUID batch) {
        return count("select count(*) from enrolment.batch_row where batch_id = ?", batch);
    }

    /** Files that belong to no row are kept to be given to one. */
    private long looseFiles(UUID batch) {
        return count("select count(*) from enrolment.loose_file where batch_id = ?", batch);
    }

    private long rowFiles(UUID batch) {
        return count("""
                select count(distinct file_id) from enrolment.row_file f
                join enrolment.batch_row r on r.id = f.row_id where r.batch_id = ?""", batch);
    }

    private long storedFiles() {
        return jdbc.sql("select count(*) from files.stored_file")
                .query(Long.class)
                .single();
    }

    private long count(String sql, UUID batch) {
        return jdbc.sql(sql).param(batch).query(Long.class).single();
    }

    private long filesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(settings.data().resolve("files"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
