package io.tanshi.enrolment.intake.photo;

import java.awt.image.BufferedImage;

/** A decoded picture seen the right way up. */
record Upright(BufferedImage stored, Orientation orientation) {

    int width() {
        return orientation.swapsSides() ? stored.getHeight() : stored.getWidth();
    }

    int height() {
        return orientation.swapsSides() ? stored.getWidth() : stored.getHeight();
    }

    /** The colour of a pixel as 0xRRGGBB. */
    int rgb(int x, int y) {
        return stored.getRGB(
                        orientation.storedX(x, y, stored.getWidth()), orientation.storedY(x, y, stored.getHeight()))
                & 0xFFFFFF;
    }
}
