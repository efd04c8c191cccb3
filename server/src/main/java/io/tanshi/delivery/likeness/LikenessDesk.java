package io.tanshi.delivery.likeness;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.runner.ServerTime;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.platform.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the camera's picture and a person's verdict on it. Neither keeps the candidate from answering. */
@Service
class LikenessDesk {

    static final int MOST_TAKES = 10;
    private static final int MOST_PIXELS = 1_000_000;

    private final Likenesses checks;
    private final Files files;
    private final AuditTrail trail;
    private final ServerTime time;

    LikenessDesk(Likenesses checks, Files files, AuditTrail trail, ServerTime time) {
        this.checks = checks;
        this.files = files;
        this.trail = trail;
        this.time = time;
    }

    /** @param photo null when the camera was refused, or there is none */
    @Transactional
    public void take(AttemptId attempt, byte @Nullable [] photo) throws IOException {
        if (checks.takes(attempt) >= MOST_TAKES) {
            throw Problem.of(DeliveryError.TOO_MANY_PHOTOS, "已拍了 %d 次。请不要再拍，由监考员当面核对。".formatted(MOST_TAKES));
        }
        Optional<Likeness> before = checks.find(attempt);
        if (before.filter(check -> check.verdict() != null).isPresent()) {
            // What was judged stays what was judged.
            return;
        }
        FileId stored = photo == null
                ? null
                : files.store(new ByteArrayInputStream(redrawn(photo))).id();
        checks.put(attempt, stored, time.now());
        before.map(Likeness::photo).ifPresent(files::delete);
    }

    /** The picture without anything else that may stand in the file. */
    private static byte[] redrawn(byte[] photo) throws IOException {
        BufferedImage picture = read(photo);
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        plain.createGraphics().drawImage(picture, 0, 0, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, "jpg", out);
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] photo) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(photo))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw unreadable();
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.of(DeliveryError.PHOTO_UNREADABLE, "照片应是 100 万像素以内的 JPEG。请重拍，或由监考员当面核对。");
    }

    Optional<Likeness> find(AttemptId attempt) {
        return checks.find(attempt);
    }

    @Transactional
    public void decide(AttemptId attempt, Likeness.Verdict verdict, boolean byEye, String reason, Actor by) {
        checks.takes(attempt);
        checks.decide(attempt, verdict, byEye, reason, by, time.now());
        trail.record(
                by,
                "delivery.identity-judged",
                "attempt",
                attempt,
                Map.of("verdict", verdict.name(), "byEye", byEye, "reason", reason));
    }
}
