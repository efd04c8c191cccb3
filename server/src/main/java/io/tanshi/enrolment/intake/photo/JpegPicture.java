package io.tanshi.enrolment.intake.photo;

import io.tanshi.enrolment.intake.archive.Spool;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A JPEG whose header can be read before its pixels are. */
final class JpegPicture implements Closeable {

    private final ImageInputStream input;
    private final ImageReader reader;
    private boolean cutOff;

    private JpegPicture(ImageInputStream input, ImageReader reader) {
        this.input = input;
        this.reader = reader;
        reader.setInput(input, true, false);
        reader.addIIOReadWarningListener((_, warning) -> noteWarning(warning));
    }

    static JpegPicture open(Spool photo) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            throw new IIOException("No JPEG reader");
        }
        return new JpegPicture(photo.imageInput(), readers.next());
    }

    int width() throws IOException {
        return reader.getWidth(0);
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    /**
     * Decodes the whole picture, keeping every n-th pixel of a large one.
     *
     * @param side the shorter side is not reduced below this
     * @throws IOException when the picture is broken or cut off
     */
    BufferedImage decode(int side) throws IOException {
        int step = Math.max(1, Math.min(width(), height()) / side);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        if (cutOff) {
            throw new IIOException("The picture is cut off");
        }
        return image;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }

    private void noteWarning(String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        cutOff |= lower.contains("premature end") || lower.contains("truncated");
    }
}
