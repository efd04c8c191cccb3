package io.tanshi.certificate.document;

import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.Palette;
import io.tanshi.platform.paper.TextStyle;
import java.awt.Color;
import java.io.IOException;

/** The cover: the same frame and dial on deep pine, one large word, the programme and the issuer. */
final class Cover {

    private static final Color PAPER = Palette.SHEET;
    private static final double MIDDLE = Canvas.WIDTH / 2;

    private Cover() {}

    static void draw(Canvas canvas, Wording wording) throws IOException {
        canvas.fill(Palette.PINE_DEEP);
        Dial.draw(canvas, MIDDLE, 366, PAPER, 0.14);
        canvas.opacity(0.85);
        Neatline.draw(canvas, PAPER);
        canvas.opacity(1);
        canvas.fillRectangle(MIDDLE - 46, 138, 92, 92, Palette.PINE_DEEP);
        Mark.draw(canvas, MIDDLE - 34, 150, 68, 2.4, PAPER);
        canvas.centred(MIDDLE, 392, TextStyle.bold(104, PAPER).spaced(0.4), wording.coverTitle());
        Scale.rule(canvas, MIDDLE - 230, 448, 460, PAPER);
        canvas.centred(MIDDLE, 506, TextStyle.regular(25, PAPER).spaced(0.22), wording.title());
        canvas.opacity(0.78);
        canvas.centred(MIDDLE, 540, TextStyle.regular(12, PAPER).spaced(0.24), wording.englishTitle());
        canvas.opacity(1);
        canvas.centred(MIDDLE, 690, TextStyle.bold(19, PAPER).spaced(0.22), wording.issuer());
    }
}
