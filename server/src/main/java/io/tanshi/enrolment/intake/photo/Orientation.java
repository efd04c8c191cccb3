package io.tanshi.enrolment.intake.photo;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import io.tanshi.enrolment.intake.archive.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * How a camera says that the picture must be turned to stand upright.
 *
 * @param tag the EXIF value, 1 to 8
 */
record Orientation(int tag) {

    static final Orientation UPRIGHT = new Orientation(1);

    static Orientation of(Spool photo) throws IOException {
        try (InputStream in = photo.stream()) {
            Metadata metadata = JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
            ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                return UPRIGHT;
            }
            int tag = directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
        } catch (JpegProcessingException | MetadataException _) {
            return UPRIGHT;
        }
    }

    boolean isTurned() {
        return tag != 1;
    }

    boolean swapsSides() {
        return tag >= 5;
    }

    /** The stored column of an upright pixel, in a stored picture of that width and height. */
    int storedX(int x, int y, int width) {
        return switch (tag) {
            case 2, 3 -> width - 1 - x;
            case 5, 6 -> y;
            case 7, 8 -> width - 1 - y;
            default -> x;
        };
    }

    /** The stored row of an upright pixel. */
    int storedY(int x, int y, int height) {
        return switch (tag) {
            case 3, 4 -> height - 1 - y;
            case 5, 8 -> x;
            case 6, 7 -> height - 1 - x;
            default -> y;
        };
    }
}
