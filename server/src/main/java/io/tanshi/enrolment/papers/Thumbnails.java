package io.tanshi.enrolment.papers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanshi.enrolment.application.Document;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/** Small pictures of photos and papers, made when first asked for and kept for a while. */
@Component
class Thumbnails {

    private static final int HEIGHT = 160;
    private static final long MAX_PIXELS = 40_000_000L;
    private static final int KEPT = 1_000;

    private final Files files;
    private final Cache<FileId, Optional<byte[]>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Thumbnails(Files files) {
        this.files = files;
    }

    /** A JPEG of that height at most; empty when the file is no picture that can be decoded. */
    Optional<byte[]> of(Document document) {
        return document.mediaType().startsWith("image/") ? kept.get(document.fileId(), this::draw) : Optional.empty();
    }

    private Optional<byte[]> draw(FileId id) {
        try (InputStream in = files.open(id);
                ImageInputStream input = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? draw(readers.next(), input) : Optional.empty();
        } catch (IOException | RuntimeException _) {
            // Broken pictures end in exceptions of every kind; the check has named them already.
            return Optional.empty();
        }
    }

    private static Optional<byte[]> draw(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MAX_PIXELS) {
                return Optional.empty();
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, height / (2 * HEIGHT));
            param.setSourceSubsampling(step, step, 0, 0);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(scaled(reader.read(0, param)), "jpeg", out);
            return Optional.of(out.toByteArray());
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        int height = Math.min(HEIGHT, image.getHeight());
        int width = Math.max(1, image.getWidth() * height / image.getHeight());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
