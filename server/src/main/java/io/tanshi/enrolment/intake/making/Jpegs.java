package io.tanshi.enrolment.intake.making;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as JPEG with the writer of the JDK, so that a seed gives the same bytes. */
final class Jpegs {

    private static final float QUALITY = 0.86f;

    /** An EXIF segment: its head, a big-endian TIFF header, one tag (orientation 6), no further directory. */
    private static final byte[] TURN_RIGHT = HexFormat.of()
            .parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000"
                    + "00000000");

    /** A segment says its length in two bytes, which count themselves. */
    private static final int LONGEST_REMARK = 60_000;

    private Jpegs() {}

    static byte[] encode(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "jpeg")
                .next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** The same picture with another size in its header. */
    static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] claimed = jpeg.clone();
        int frame = frameHeader(claimed);
        claimed[frame + 5] = (byte) (height >> 8);
        claimed[frame + 6] = (byte) height;
        claimed[frame + 7] = (byte) (width >> 8);
        claimed[frame + 8] = (byte) width;
        return claimed;
    }

    /** The same picture with an EXIF note that it must be turned a quarter to the right. */
    static byte[] turned(byte[] jpeg) {
        byte[] noted = new byte[jpeg.length + TURN_RIGHT.length];
        System.arraycopy(jpeg, 0, noted, 0, 2);
        System.arraycopy(TURN_RIGHT, 0, noted, 2, TURN_RIGHT.length);
        System.arraycopy(jpeg, 2, noted, 2 + TURN_RIGHT.length, jpeg.length - 2);
        return noted;
    }

    /** The same picture with a remark after its first segment. */
    static byte[] remarked(byte[] jpeg, String remark) {
        byte[] text = remark.getBytes(StandardCharsets.US_ASCII);
        int at = afterFirstSegment(jpeg);
        return ByteBuffer.allocate(jpeg.length + 4 + text.length)
                .put(jpeg, 0, at)
                .putShort((short) 0xFFFE)
                .putShort((short) (2 + text.length))
                .put(text)
                .put(jpeg, at, jpeg.length - at)
                .array();
    }

    /** The same picture with remarks of chance bytes until it is about as long as wanted. */
    static byte[] padded(byte[] jpeg, int length, Dice dice) {
        int first = afterFirstSegment(jpeg);
        ByteArrayOutputStream padded = new ByteArrayOutputStream(length);
        padded.write(jpeg, 0, first);
        for (int left = length - jpeg.length; left > 0; left -= LONGEST_REMARK) {
            byte[] remark = new byte[Math.min(left, LONGEST_REMARK)];
            dice.fill(remark);
            padded.write(0xFF);
            padded.write(0xFE);
            padded.write(remark.length + 2 >> 8);
            padded.write(remark.length + 2);
            padded.writeBytes(remark);
        }
        padded.write(jpeg, first, jpeg.length - first);
        return padded.toByteArray();
    }

    private static int afterFirstSegment(byte[] jpeg) {
        return 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
    }

    private static int frameHeader(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xC0 && (jpeg[at + 1] & 0xFF) != 0xC2) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return at;
    }
}
