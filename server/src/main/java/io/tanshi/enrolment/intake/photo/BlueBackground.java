package io.tanshi.enrolment.intake.photo;

import java.awt.Color;

/**
 * Tests the hue along the top edge and the upper sides. Studios use different blues (RGB 0,191,243 and 67,142,219 are
 * both common), so the test is a band of hue and not one colour.
 */
final class BlueBackground {

    /** What the strip looks like. */
    enum Rating {
        BLUE,
        BORDERLINE,
        NOT_BLUE
    }

    private static final double STRIP = 0.06;
    private static final double UPPER_PART = 0.40;
    private static final double CLEAR_SHARE = 0.85;
    private static final double DOUBTFUL_SHARE = 0.60;

    private int pixels;
    private int clear;
    private int doubtful;
    private double red;
    private double green;
    private double blue;

    private BlueBackground() {}

    static BlueBackground of(Upright photo) {
        BlueBackground background = new BlueBackground();
        int top = (int) Math.ceil(photo.height() * STRIP);
        int side = (int) Math.ceil(photo.width() * STRIP);
        int bottom = (int) (photo.height() * UPPER_PART);
        for (int y = 0; y < bottom; y++) {
            for (int x = 0; x < photo.width(); x++) {
                if (y < top || x < side || x >= photo.width() - side) {
                    background.add(photo.rgb(x, y));
                }
            }
        }
        return background;
    }

    Rating rating() {
        if (clear >= pixels * CLEAR_SHARE) {
            return Rating.BLUE;
        }
        return clear >= pixels * DOUBTFUL_SHARE || doubtful >= pixels * CLEAR_SHARE
                ? Rating.BORDERLINE
                : Rating.NOT_BLUE;
    }

    /** The mean colour in a word. */
    String colour() {
        float[] hsb = Color.RGBtoHSB(mean(red), mean(green), mean(blue), null);
        if (hsb[2] < 0.3) {
            return "近黑色或过暗";
        }
        if (hsb[1] < 0.15) {
            return hsb[2] > 0.85 ? "为白色" : "为灰色";
        }
        return hue(hsb[0] * 360);
    }

    private static String hue(double degrees) {
        if (degrees < 20 || degrees >= 330) {
            return "为红色";
        }
        if (degrees < 70) {
            return "为黄色或橙色";
        }
        if (degrees < 160) {
            return "为绿色";
        }
        return degrees < 190 ? "为青绿色" : degrees < 250 ? "蓝色不纯" : "为紫色";
    }

    private int mean(double sum) {
        return pixels == 0 ? 0 : (int) Math.round(sum / pixels);
    }

    private void add(int rgb) {
        int r = rgb >> 16 & 0xFF;
        int g = rgb >> 8 & 0xFF;
        int b = rgb & 0xFF;
        float[] hsb = Color.RGBtoHSB(r, g, b, null);
        double hue = hsb[0] * 360;
        pixels++;
        red += r;
        green += g;
        blue += b;
        if (hue >= 190 && hue <= 225 && hsb[1] >= 0.30 && hsb[2] >= 0.45) {
            clear++;
        }
        if (hue >= 183 && hue <= 235 && hsb[1] >= 0.18 && hsb[2] >= 0.35) {
            doubtful++;
        }
    }
}
