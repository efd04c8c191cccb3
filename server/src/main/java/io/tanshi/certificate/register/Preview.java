package io.tanshi.certificate.register;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The inside page as a picture, for phones that show no PDF within a page. */
final class Preview {

    private static final int INSIDE = 1;
    private static final float WIDTH = 1440f;

    private Preview() {}

    static byte[] png(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            float scale = WIDTH / document.getPage(INSIDE).getMediaBox().getWidth();
            BufferedImage picture = new PDFRenderer(document).renderImage(INSIDE, scale);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
