package io.tanshi.certificate.document;

import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.Palette;
import io.tanshi.platform.paper.TextStyle;
import io.tanshi.programme.Level;
import java.awt.Color;
import java.io.IOException;

/** The graduated line of the house; the level of a certificate is a segment of it. */
final class Scale {

    private static final int TICKS = 60;

    private Scale() {}

    static void rule(Canvas canvas, double x, double y, double width, Color colour) throws IOException {
        canvas.line(x, y, x + width, y, 1, colour);
        ticks(canvas, x, y, width, colour, 0.8);
        for (double end : new double[] {x, x + width / 2, x + width}) {
            canvas.line(end, y - 0.5, end, y + 9, 0.9, colour);
        }
    }

    static void levels(Canvas canvas, double x, double y, double width, Level level) throws IOException {
        double third = width / 3;
        canvas.line(x, y, x + width, y, 1.2, Palette.INK);
        ticks(canvas, x, y, width, Palette.INK, 0.9);
        for (int i = 0; i <= 3; i++) {
            double mark = x + third * i;
            canvas.line(mark, y - 0.6, mark, y + 13.5, 1.2, Palette.INK);
        }
        for (Level each : Level.values()) {
            double from = x + third * (each.digit() - 1);
            boolean held = each == level;
            if (held) {
                canvas.line(from - 0.6, y, from + third + 0.6, y, 5, Palette.PINE);
            }
            TextStyle style = held ? TextStyle.bold(22, Palette.PINE) : TextStyle.regular(15, Palette.INK_3);
            canvas.centred(from + third / 2, y - 12.5, style.spaced(0.3), each.label());
        }
    }

    private static void ticks(Canvas canvas, double x, double y, double width, Color colour, double stroke)
            throws IOException {
        for (int i = 1; i < TICKS; i++) {
            double at = x + width * i / TICKS;
            canvas.line(at, y, at, y + (i % 5 == 0 ? 6 : 4), stroke, colour);
        }
    }
}
