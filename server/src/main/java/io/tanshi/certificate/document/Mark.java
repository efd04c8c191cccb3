package io.tanshi.certificate.document;

import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.TextStyle;
import java.awt.Color;
import java.io.IOException;

/** The square mark of the house: 碳 in a square whose left edge carries six ticks. */
final class Mark {

    private Mark() {}

    static void draw(Canvas canvas, double x, double y, double side, double stroke, Color colour) throws IOException {
        canvas.rectangle(x, y, side, side, stroke, colour);
        for (int i = 0; i < 6; i++) {
            double tick = y + side * (0.1 + 0.16 * i);
            double length = side * (i == 0 || i == 5 ? 0.18 : 0.115);
            canvas.line(x, tick, x + length, tick, stroke * 0.9, colour);
        }
        canvas.centred(x + side * 0.57, y + side * 0.74, TextStyle.bold(side * 0.66, colour), "碳");
    }
}
