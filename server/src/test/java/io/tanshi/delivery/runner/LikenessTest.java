package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The camera's picture at entry, and the person who judges it. */
final class LikenessTest extends ExamHourCase {

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
        assertThat(judge(screen, "UNCLEAR", " ").status()).isEqualTo(409);
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
