package io.tanshi.certificate.document;

import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.Palette;
import io.tanshi.platform.paper.TextStyle;
import java.awt.Color;
import java.io.IOException;

/**
 * The mark of the issuer: a dial of 42 mm across with the issuer's name and the square mark of the house. It has no star and no
 * emblem, so that nobody takes it for an official seal.
 */
final class Seal {

    private static final double RADIUS = 81;
    private static final int TICKS = 120;
    private static final Color COLOUR = Palette.SEAL;

    private Seal() {}

    static void draw(Canvas canvas, double x, double y, Wording wording) throws IOException {
        canvas.circle(x, y, RADIUS - 1.6, 3.2, COLOUR);
        for (int i = 0; i < TICKS; i++) {
            double length = i % 10 == 0 ? 7.6 : i % 5 == 0 ? 5.6 : 3.2;
            canvas.spoke(x, y, i * 360.0 / TICKS, 76 - length, 76, i % 10 == 0 ? 0.9 : 0.8, COLOUR);
        }
        rim(canvas, x, y, wording.sealText());
        Mark.draw(canvas, x - 24, y - 27, 48, 2, COLOUR);
        canvas.centred(x, y + 56.5, TextStyle.bold(12, COLOUR).spaced(0.22), wording.sealFoot());
    }

    private static void rim(Canvas canvas, double x, double y, String text) throws IOException {
        int[] characters = text.codePoints().toArray();
        double step = Math.min(27.2, 250.0 / Math.max(1, characters.length - 1));
        double first = -step * (characters.length - 1) / 2;
        TextStyle style = TextStyle.bold(characters.length > 11 ? 13 : 15, COLOUR);
        for (int i = 0; i < characters.length; i++) {
            canvas.onRim(x, y, first + step * i, 52, style, Character.toString(characters[i]));
        }
    }
}
