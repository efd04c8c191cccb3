package io.tanshi.enrolment.intake.photo;

import io.tanshi.enrolment.intake.archive.FileFormat;
import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.archive.Spool;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks at photos of a package, one at a time. */
public final class PhotoInspector {

    private static final int MEGAPIXELS = 40;
    private static final int MIN_WIDTH = 295;
    private static final int MIN_HEIGHT = 413;
    private static final double RATIO = 0.714;
    private static final double RATIO_TOLERANCE = 0.03;
    private static final int DECODED_SIDE = 300;

    private final PackageReader reader;

    public PhotoInspector(PackageReader reader) {
        this.reader = reader;
    }

    /**
     * Everything that is wrong with one photo.
     *
     * @throws PackageRefusedException when the entry is a bomb
     */
    public PhotoReport inspect(PackageEntry entry) throws IOException {
        try {
            FileFormat format = FileFormat.of(reader.head(entry, FileFormat.HEAD));
            return switch (format) {
                case EMPTY -> PhotoReport.of(PhotoFault.empty());
                case JPEG -> jpeg(entry);
                case UNKNOWN -> PhotoReport.of(PhotoFault.broken());
                default -> PhotoReport.of(PhotoFault.notJpeg(format.name()));
            };
        } catch (PackageRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException _) {
            // Image readers meet broken files with exceptions of every kind.
            return PhotoReport.of(PhotoFault.broken());
        }
    }

    private PhotoReport jpeg(PackageEntry entry) throws IOException {
        try (Spool spool = reader.spool(entry);
                JpegPicture picture = JpegPicture.open(spool)) {
            long pixels = (long) picture.width() * picture.height();
            if (pixels > MEGAPIXELS * 1_000_000L) {
                return PhotoReport.of(PhotoFault.tooManyPixels(Math.round(pixels / 1e6), MEGAPIXELS));
            }
            return judge(picture, Orientation.of(spool));
        }
    }

    private static PhotoReport judge(JpegPicture picture, Orientation orientation) throws IOException {
        int width = orientation.swapsSides() ? picture.height() : picture.width();
        int height = orientation.swapsSides() ? picture.width() : picture.height();
        List<PhotoFault> faults = new ArrayList<>();
        if (width < MIN_WIDTH || height < MIN_HEIGHT) {
            faults.add(PhotoFault.tooSmall(width, height));
        }
        if (Math.abs((double) width / height - RATIO) > RATIO_TOLERANCE) {
            faults.add(PhotoFault.wrongRatio(width, height));
        }
        BufferedImage image = picture.decode(DECODED_SIDE);
        BlueBackground background = BlueBackground.of(new Upright(image, orientation));
        BlueBackground.Rating rating = background.rating();
        if (rating == BlueBackground.Rating.NOT_BLUE) {
            faults.add(PhotoFault.notBlue(background.colour()));
        }
        // Of a photo that is too small its size is said, and nobody has to hear it twice.
        boolean large = width >= MIN_WIDTH && height >= MIN_HEIGHT;
        return new PhotoReport(
                faults,
                orientation.isTurned(),
                rating == BlueBackground.Rating.BORDERLINE,
                large && Sharpness.of(image) < Sharpness.ENOUGH);
    }
}
