package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.tanshi.identity.register.RetainedKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The camera's picture at entry, and the person who judges it. */
final class LikenessTest extends ExamHourCase {

    @Autowired
    private List<RetainedKind> kinds;

    @Test
    void aPictureIsKeptUntilAPersonJudgesItAndTheExamGoesOnMeanwhile() throws IOException {
        Screen screen = enter();
        assertThat(screen.post("likeness", Map.of("photo", jpeg(480, 640))).status())
                .isEqualTo(204);
        assertThat(likeness(screen).path("words").asString()).isEqualTo("照片待核");
        assertThat(screen.read("key").status()).isEqualTo(200);
        assertThat(judge(screen, "SAME", "").status()).isEqualTo(204);
        assertThat(likeness(screen).path("words").asString()).isEqualTo("一致");
        assertThat(likeness(screen).path("decidedBy").asString()).isEqualTo("监考员");
    }

    @Test
    void withoutACameraThePersonIsLookedAtAndTheRecordSaysSo() {
        Screen screen = enter();
        assertThat(screen.post("likeness", Map.of()).status()).isEqualTo(204);
        assertThat(likeness(screen).path("camera").asString()).isEqualTo("REFUSED");
        assertThat(judge(screen, "SAME", "").status()).isEqualTo(204);
        assertThat(likeness(screen).path("byEye").asBoolean()).isTrue();
        assertThat(likeness(screen).path("words").asString()).isEqualTo("目测一致");
    }

    @Test
    void doubtNeedsAReason() {
        Screen screen = enter();
        assertThat(judge(screen, "UNCLEAR", " ").problem()).isEqualTo("reason-needed");
        assertThat(judge(screen, "UNCLEAR", "发型不同").status()).isEqualTo(204);
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        Screen screen = enter();
        String noise = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        assertThat(screen.post("likeness", Map.of("photo", noise)).problem()).isEqualTo("photo-unreadable");
        assertThat(screen.post("likeness", Map.of("photo", "%%")).problem()).isEqualTo("photo-unreadable");
        assertThat(screen.post("likeness", Map.of("photo", jpeg(2000, 1000))).problem())
                .isEqualTo("photo-unreadable");
    }

    @Test
    void aJudgedPictureIsNotReplaced() throws IOException {
        Screen screen = enter();
        screen.post("likeness", Map.of("photo", jpeg(480, 640)));
        judge(screen, "NOT_SAME", "另一个人");
        assertThat(screen.post("likeness", Map.of("photo", jpeg(480, 640))).status())
                .isEqualTo(204);
        assertThat(likeness(screen).path("words").asString()).isEqualTo("不是本人");
    }

    @Test
    void onlyAJudgedPictureGoesAtTheEndOfItsTerm() throws IOException {
        RetainedKind pictures = kinds.stream()
                .filter(kind -> kind.code().equals("delivery.likenesses"))
                .findFirst()
                .orElseThrow();
        Screen screen = enter();
        screen.post("likeness", Map.of("photo", jpeg(480, 640)));
        Instant farAhead = ExamHour.BELL.plus(Duration.ofDays(3650));
        int judgedBefore = pictures.due(farAhead).removable();
        judge(screen, "SAME", "");
        assertThat(pictures.due(ExamHour.BELL.minus(Duration.ofDays(1))).removable())
                .isZero();
        assertThat(pictures.due(farAhead).removable()).isEqualTo(judgedBefore + 1);
        assertThat(pictures.purge(farAhead).removable()).isEqualTo(judgedBefore + 1);
        assertThat(pictures.due(farAhead).removable()).isZero();
    }

    private JsonNode likeness(Screen screen) {
        return Screen.send(mvc, get("/api/invigilator/attempts/" + screen.attempt() + "/likeness"), null)
                .body();
    }

    private Screen.Answer judge(Screen screen, String verdict, String reason) {
        return Screen.send(
                mvc,
                post("/api/invigilator/attempts/" + screen.attempt() + "/likeness/verdict"),
                Map.of("verdict", verdict, "byEye", false, "reason", reason));
    }

    private static String jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
