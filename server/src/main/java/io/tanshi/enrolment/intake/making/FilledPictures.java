package io.tanshi.enrolment.intake.making;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Photos and scans of the size that cameras and scanners give, for measuring. A few are drawn and given out in turn, each
 * with a remark of its own, so that no two files are equal and drawing does not take longer than what is measured.
 */
final class FilledPictures {

    private static final int DRAWN = 16;
    private static final Color PAPER = new Color(0xF7F6F1);
    private static final int PHOTO_WIDTH = 295;
    private static final int PHOTO_HEIGHT = 413;
    private static final int SCAN_WIDTH = 760;
    private static final int SCAN_HEIGHT = 480;

    /** How far a sensor's noise takes a colour from what it should be. */
    private static final int NOISE = 9;

    private final Map<PhotoStyle, byte[]> photos = new HashMap<>();
    private final Map<Integer, byte[]> scans = new HashMap<>();
    private final int bytesEach;
    private int given;

    FilledPictures(int bytesEach) {
        this.bytesEach = bytesEach;
    }

    /** Equal styles give equal bytes, as in any package. */
    byte[] photo(PhotoStyle style) throws IOException {
        PhotoStyle alike =
                new PhotoStyle(Math.floorMod(style.face(), DRAWN), style.background(), PhotoStyle.Defect.NONE);
        byte[] photo = photos.get(alike);
        if (photo == null) {
            photo = drawn(alike, PHOTO_WIDTH, PHOTO_HEIGHT);
            photos.put(alike, photo);
        }
        return Jpegs.remarked(photo, "photo " + style.face());
    }

    byte[] scan() throws IOException {
        int which = given++ % DRAWN;
        byte[] scan = scans.get(which);
        if (scan == null) {
            scan = drawn(new PhotoStyle(which, PAPER, PhotoStyle.Defect.NONE), SCAN_WIDTH, SCAN_HEIGHT);
            scans.put(which, scan);
        }
        return Jpegs.remarked(scan, "scan " + given);
    }

    /** Bytes grow with the pixels: the first drawing tells how many pixels make the wanted size. */
    private byte[] drawn(PhotoStyle style, int width, int height) throws IOException {
        double scale = Math.sqrt((double) bytesEach / noisy(style, width, height).length);
        return noisy(style, (int) Math.round(width * scale), (int) Math.round(height * scale));
    }

    private static byte[] noisy(PhotoStyle style, int width, int height) throws IOException {
        BufferedImage image = Portrait.draw(style, width, height);
        SplittableRandom random = new SplittableRandom(style.face());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shifted(image.getRGB(x, y), random.nextInt(-NOISE, NOISE + 1)));
            }
        }
        return Jpegs.encode(image);
    }

    private static int shifted(int rgb, int by) {
        int shifted = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            shifted |= Math.clamp((rgb >> shift & 0xFF) + (long) by, 0, 0xFF) << shift;
        }
        return shifted;
    }
}
