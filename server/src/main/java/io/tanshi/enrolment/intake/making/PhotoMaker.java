package io.tanshi.enrolment.intake.making;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Draws identity photos, spoilt ones too. */
final class PhotoMaker {

    private static final int WIDTH = 295;
    private static final int HEIGHT = 413;

    private PhotoMaker() {}

    static byte[] make(PhotoStyle style) throws IOException {
        return switch (style.defect()) {
            case NONE -> usual(style);
            case EMPTY -> new byte[0];
            case BROKEN -> "\u00FF\u00D8\u00FF\u00E0broken".getBytes(StandardCharsets.ISO_8859_1);
            case CUT_OFF -> Arrays.copyOf(usual(style), 6_000);
            case HUGE -> Jpegs.claiming(usual(style), 6_600, 9_240);
            case PNG -> Jpegs.png(Portrait.draw(style, WIDTH, HEIGHT));
            case SMALL -> Jpegs.encode(Portrait.draw(style, 120, 168));
            case SQUARE -> Jpegs.encode(Portrait.draw(style, 600, 600));
            case TURNED -> Jpegs.turned(Jpegs.encode(lying(Portrait.draw(style, WIDTH, HEIGHT))));
        };
    }

    private static byte[] usual(PhotoStyle style) throws IOException {
        return Jpegs.encode(Portrait.draw(style, WIDTH, HEIGHT));
    }

    /** Turned a quarter to the left, as a camera held sideways stores it. */
    private static BufferedImage lying(BufferedImage upright) {
        int width = upright.getHeight();
        int height = upright.getWidth();
        BufferedImage lying = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                lying.setRGB(x, y, upright.getRGB(height - 1 - y, x));
            }
        }
        return lying;
    }
}
