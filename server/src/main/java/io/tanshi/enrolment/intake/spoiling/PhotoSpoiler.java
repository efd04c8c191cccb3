package io.tanshi.enrolment.intake.spoiling;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What becomes of photos on cards, in studios and in chat programs. */
final class PhotoSpoiler {

    private static final int FRAME = 0xC0;

    private final Chance chance;

    PhotoSpoiler(Chance chance) {
        this.chance = chance;
    }

    byte[] spoil(byte[] jpeg) {
        return switch (chance.below(13)) {
            case 0 -> chance.flipped(jpeg, 0);
            case 1 -> chance.flipped(jpeg, Math.min(jpeg.length, 600));
            case 2 -> chance.cut(jpeg);
            case 3 -> frame(jpeg, 5, chance.pick(0, 1, 65_535, 20_000));
            case 4 -> frame(jpeg, 7, chance.pick(0, 1, 65_535, 20_000));
            case 5 -> precision(jpeg);
            case 6 -> exif(jpeg);
            case 7 -> drawn("png", BufferedImage.TYPE_INT_ARGB);
            case 8 -> drawn("png", BufferedImage.TYPE_USHORT_GRAY);
            case 9 -> drawn(chance.pick("gif", "bmp"), BufferedImage.TYPE_BYTE_INDEXED);
            case 10 -> progressive();
            case 11 -> Arrays.copyOf(jpeg, jpeg.length + chance.below(3 << 20));
            default -> components(jpeg);
        };
    }

    /** Another number at that place of the frame header. */
    private static byte[] frame(byte[] jpeg, int at, int value) {
        int frame = frameHeader(jpeg);
        byte[] changed = jpeg.clone();
        if (frame >= 0 && frame + at + 2 <= changed.length) {
            ByteBuffer.wrap(changed).putShort(frame + at, (short) value);
        }
        return changed;
    }

    private byte[] precision(byte[] jpeg) {
        int frame = frameHeader(jpeg);
        byte[] changed = jpeg.clone();
        if (frame >= 0) {
            changed[frame + 4] = chance.pick((byte) 12, (byte) 16, (byte) 0);
        }
        return changed;
    }

    /** Says that it has four colours, as those of print shops do, or none. */
    private byte[] components(byte[] jpeg) {
        int frame = frameHeader(jpeg);
        byte[] changed = jpeg.clone();
        if (frame >= 0) {
            changed[frame + 9] = chance.pick((byte) 4, (byte) 1, (byte) 0, (byte) 255);
        }
        return changed;
    }

    /** A note of the camera whose directory points anywhere. */
    private byte[] exif(byte[] jpeg) {
        byte[] noise = chance.noise(60);
        return ByteBuffer.allocate(jpeg.length + 4 + 14 + noise.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + 14 + noise.length))
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
                .putInt(chance.pick(8, 0, -1, 1 << 20))
                .put(noise)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private byte[] drawn(String format, int type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(blue(type), format.toLowerCase(Locale.ROOT), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] progressive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            int type = chance.pick(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY);
            writer.write(null, new IIOImage(blue(type), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage blue(int type) {
        BufferedImage image = new BufferedImage(295, 413, type);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(67, 142, 219));
        g.fillRect(0, 0, 295, 413);
        g.dispose();
        return image;
    }

    private static int frameHeader(byte[] jpeg) {
        for (int i = 2; i + 10 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && (jpeg[i + 1] & 0xFD) == FRAME) {
                return i;
            }
        }
        return -1;
    }
}
