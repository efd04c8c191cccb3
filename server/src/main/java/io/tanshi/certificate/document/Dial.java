package io.tanshi.certificate.document;

import io.tanshi.platform.paper.Canvas;
import java.awt.Color;
import java.io.IOException;

/** Four graduated rings in the ground of the sheet, faint enough to read across. */
final class Dial {

    private static final int TICKS = 120;

    private Dial() {}

    static void draw(Canvas canvas, double x, double y, Color colour, double opacity) throws IOException {
        canvas.opacity(opacity);
        for (int radius = 100; radius <= 250; radius += 50) {
            canvas.circle(x, y, radius, 0.9, colour);
            for (int i = 0; i < TICKS; i++) {
                double length = i % 10 == 0 ? 10 : i % 5 == 0 ? 6 : 3.5;
                canvas.spoke(x, y, i * 360.0 / TICKS, radius - length, radius, 0.8, colour);
            }
        }
        canvas.opacity(1);
    }
}
