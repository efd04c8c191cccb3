package io.tanshi.enrolment.intake.photo;

import java.awt.image.BufferedImage;

/**
 * How sharp a picture is: the variance of its Laplacian. Where edges are soft the second difference of the brightness
 * is small everywhere; hard edges make it large. Only the middle is looked at, where the face is.
 */
final class Sharpness {

    /**
     * Below this a person should look. Sharp identity photos of this size measure from 55 up, the same through a blur
     * of five pixels about 16.
     */
    static final double ENOUGH = 20;

    private static final double SIDE = 0.15;
    private static final double TOP = 0.12;
    private static final double BOTTOM = 0.75;

    private final int width;
    private final int height;
    private final float[] light;

    private Sharpness(BufferedImage image) {
        int left = (int) (image.getWidth() * SIDE);
        int top = (int) (image.getHeight() * TOP);
        this.width = Math.max(1, (int) (image.getWidth() * (1 - SIDE)) - left);
        this.height = Math.max(1, (int) (image.getHeight() * BOTTOM) - top);
        int[] pixels = image.getRGB(left, top, width, height, null, 0, width);
        this.light = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            light[i] = 0.299f * (rgb >> 16 & 0xFF) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF);
        }
    }

    /** The picture may lie on its side: the middle stays nearly the same. */
    static double of(BufferedImage image) {
        return new Sharpness(image).variance();
    }

    private double variance() {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
                double second = 4 * light[i] - light[i - 1] - light[i + 1] - light[i - width] - light[i + width];
                sum += second;
                squares += second * second;
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        return count == 0 ? 0 : squares / count - mean * mean;
    }
}
