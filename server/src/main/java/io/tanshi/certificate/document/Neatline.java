package io.tanshi.certificate.document;

import io.tanshi.platform.paper.Canvas;
import java.awt.Color;
import java.io.IOException;

/** The frame of a map sheet: two lines with graduated ticks between them, 120 along the width and 80 along the height. */
final class Neatline {

    private static final double OUTER = 34.4;
    private static final double GAP = 15.9;
    private static final double INNER = OUTER + GAP;
    private static final int ACROSS = 120;
    private static final int DOWN = 80;

    private Neatline() {}

    static void draw(Canvas canvas, Color colour) throws IOException {
        double width = Canvas.WIDTH - 2 * INNER;
        double height = Canvas.HEIGHT - 2 * INNER;
        canvas.rectangle(OUTER, OUTER, Canvas.WIDTH - 2 * OUTER, Canvas.HEIGHT - 2 * OUTER, 1.4, colour);
        canvas.rectangle(INNER, INNER, width, height, 0.7, colour);
        corners(canvas, colour);
        for (int i = 1; i < ACROSS; i++) {
            double x = INNER + width * i / ACROSS;
            double length = length(i);
            canvas.line(x, INNER - length, x, INNER, 0.7, colour);
            canvas.line(x, Canvas.HEIGHT - INNER, x, Canvas.HEIGHT - INNER + length, 0.7, colour);
        }
        for (int i = 1; i < DOWN; i++) {
            double y = INNER + height * i / DOWN;
            double length = length(i);
            canvas.line(INNER - length, y, INNER, y, 0.7, colour);
            canvas.line(Canvas.WIDTH - INNER, y, Canvas.WIDTH - INNER + length, y, 0.7, colour);
        }
    }

    /** The inner lines run on to the outer frame, as on a map sheet. */
    private static void corners(Canvas canvas, Color colour) throws IOException {
        double right = Canvas.WIDTH - INNER;
        double foot = Canvas.HEIGHT - INNER;
        for (double x : new double[] {INNER, right}) {
            canvas.line(x, OUTER, x, INNER, 0.7, colour);
            canvas.line(x, foot, x, foot + GAP, 0.7, colour);
        }
        for (double y : new double[] {INNER, foot}) {
            canvas.line(OUTER, y, INNER, y, 0.7, colour);
            canvas.line(right, y, right + GAP, y, 0.7, colour);
        }
    }

    private static double length(int tick) {
        if (tick % 10 == 0) {
            return GAP;
        }
        return tick % 5 == 0 ? 9.5 : 5;
    }
}
