package io.tanshi.platform.paper;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** One A4 page to draw on: x to the right and y downward from the upper left corner, in design pixels (¾ point). */
public final class Canvas implements AutoCloseable {

    public static final double WIDTH = 1122.5;
    public static final double HEIGHT = 793.7;

    private static final double POINT = 0.75;
    /** Distance of the control points that makes four Bézier curves a circle. */
    private static final double ARC = 0.5522847498;

    private final PDDocument document;
    private final PDPageContentStream content;
    private final Typefaces faces;
    private final Map<Face, List<PDFont>> fonts;
    private final double width;
    private final double height;

    /** A new page of the document, lying on its long side. */
    public Canvas(PDDocument document, Typefaces faces, Map<Face, List<PDFont>> fonts) throws IOException {
        this(document, faces, fonts, WIDTH, HEIGHT);
    }

    private Canvas(PDDocument document, Typefaces faces, Map<Face, List<PDFont>> fonts, double width, double height)
            throws IOException {
        this.document = document;
        this.faces = faces;
        this.fonts = fonts;
        this.width = width;
        this.height = height;
        PDPage page = new PDPage(new PDRectangle((float) (width * POINT), (float) (height * POINT)));
        document.addPage(page);
        this.content = new PDPageContentStream(document, page);
        content.transform(new Matrix((float) POINT, 0, 0, (float) POINT, 0, 0));
    }

    /** A new page of the document, standing on its short side. */
    static Canvas upright(PDDocument document, Typefaces faces, Map<Face, List<PDFont>> fonts) throws IOException {
        return new Canvas(document, faces, fonts, HEIGHT, WIDTH);
    }

    public static Map<Face, List<PDFont>> embed(PDDocument document, Typefaces faces) throws IOException {
        Map<Face, List<PDFont>> embedded = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            List<PDFont> chain = new ArrayList<>();
            for (TrueTypeFont font : faces.chain(face)) {
                chain.add(PDType0Font.load(document, font, true));
            }
            embedded.put(face, chain);
        }
        return embedded;
    }

    public void fill(Color colour) throws IOException {
        fillRectangle(0, 0, width + 1, height + 1, colour);
    }

    public void fillRectangle(double x, double y, double width, double height, Color colour) throws IOException {
        content.setNonStrokingColor(colour);
        content.addRect((float) x, up(y + height), (float) width, (float) height);
        content.fill();
    }

    public void rectangle(double x, double y, double width, double height, double stroke, Color colour)
            throws IOException {
        pen(stroke, colour);
        content.addRect((float) x, up(y + height), (float) width, (float) height);
        content.stroke();
    }

    public void line(double x1, double y1, double x2, double y2, double stroke, Color colour) throws IOException {
        pen(stroke, colour);
        content.moveTo((float) x1, up(y1));
        content.lineTo((float) x2, up(y2));
        content.stroke();
    }

    public void circle(double x, double y, double radius, double stroke, Color colour) throws IOException {
        pen(stroke, colour);
        float cx = (float) x;
        float cy = up(y);
        float r = (float) radius;
        float k = (float) (radius * ARC);
        content.moveTo(cx + r, cy);
        content.curveTo(cx + r, cy + k, cx + k, cy + r, cx, cy + r);
        content.curveTo(cx - k, cy + r, cx - r, cy + k, cx - r, cy);
        content.curveTo(cx - r, cy - k, cx - k, cy - r, cx, cy - r);
        content.curveTo(cx + k, cy - r, cx + r, cy - k, cx + r, cy);
        content.closePath();
        content.stroke();
    }

    /** A tick on a dial, from one radius to another; the angle is in degrees, clockwise from twelve o'clock. */
    public void spoke(double x, double y, double angle, double from, double to, double stroke, Color colour)
            throws IOException {
        double sine = Math.sin(Math.toRadians(angle));
        double cosine = Math.cos(Math.toRadians(angle));
        line(x + from * sine, y - from * cosine, x + to * sine, y - to * cosine, stroke, colour);
    }

    /** Draws with this much ink (0 to 1) until the canvas is told otherwise. */
    public void opacity(double part) throws IOException {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setStrokingAlphaConstant((float) part);
        state.setNonStrokingAlphaConstant((float) part);
        content.setGraphicsStateParameters(state);
    }

    public void image(BufferedImage picture, double x, double y, double width, double height) throws IOException {
        content.drawImage(
                JPEGFactory.createFromImage(document, picture, 0.92f), (float) x, up(y + height), (float) width, (float)
                        height);
    }

    public void text(double x, double baseline, TextStyle style, String text) throws IOException {
        glyphs(Matrix.getTranslateInstance((float) x, up(baseline)), style, text);
    }

    public void centred(double x, double baseline, TextStyle style, String text) throws IOException {
        text(x - width(style, text) / 2, baseline, style, text);
    }

    /** Centred, and set smaller where the words of an assessment body are longer than the room for them. */
    public void fitted(double x, double baseline, double room, TextStyle style, String text) throws IOException {
        double wide = width(style, text);
        centred(x, baseline, wide <= room ? style : style.scaled(room / wide), text);
    }

    /**
     * Sets a text in lines no wider than the room for it.
     *
     * @return the baseline after the last line
     */
    public double paragraph(double x, double baseline, double room, double leading, TextStyle style, String text)
            throws IOException {
        double y = baseline;
        for (String line : lines(room, style, text)) {
            text(x, y, style, line);
            y += leading;
        }
        return y;
    }

    /** The text broken where Chinese and Latin writing allow it. */
    public List<String> lines(double room, TextStyle style, String text) throws IOException {
        return LineBreaks.lines(text, room, part -> width(style, part));
    }

    /** One character standing on a circle, its middle on the radius, its head outward. */
    public void onRim(double x, double y, double angle, double radius, TextStyle style, String character)
            throws IOException {
        double turn = Math.toRadians(angle);
        Matrix place =
                Matrix.getRotateInstance(-turn, (float) (x + radius * Math.sin(turn)), up(y - radius * Math.cos(turn)));
        place.concatenate(
                Matrix.getTranslateInstance((float) (-width(style, character) / 2), (float) (-style.size() * 0.36)));
        glyphs(place, style, character);
    }

    /** A line of text turned about its middle; the angle is in degrees, counter-clockwise. */
    public void turned(double x, double y, double angle, TextStyle style, String text) throws IOException {
        Matrix place = Matrix.getRotateInstance(Math.toRadians(angle), (float) x, up(y));
        place.concatenate(
                Matrix.getTranslateInstance((float) (-width(style, text) / 2), (float) (-style.size() * 0.36)));
        glyphs(place, style, text);
    }

    /** Width in design pixels without the space after the last character. */
    public double width(TextStyle style, String text) throws IOException {
        double sum = 0;
        for (Run run : runs(style.face(), text)) {
            sum += run.font().getStringWidth(run.text()) / 1000 * style.size();
        }
        return sum + style.spacing() * style.size() * (text.codePointCount(0, text.length()) - 1);
    }

    private void glyphs(Matrix place, TextStyle style, String text) throws IOException {
        content.beginText();
        content.setNonStrokingColor(style.colour());
        content.setCharacterSpacing((float) (style.spacing() * style.size()));
        content.setTextMatrix(place);
        for (Run run : runs(style.face(), text)) {
            content.setFont(run.font(), (float) style.size());
            content.showText(run.text());
        }
        content.endText();
    }

    private record Run(PDFont font, String text) {}

    private List<Run> runs(Face face, String text) throws IOException {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int current = 0;
        for (int codePoint : text.codePoints().toArray()) {
            int place = faces.drawing(face, codePoint);
            if (place < 0) {
                throw new IllegalStateException("No font draws U+%04X".formatted(codePoint));
            }
            if (place != current && !pending.isEmpty()) {
                runs.add(new Run(font(face, current), pending.toString()));
                pending.setLength(0);
            }
            current = place;
            pending.appendCodePoint(codePoint);
        }
        runs.add(new Run(font(face, current), pending.toString()));
        return runs;
    }

    private PDFont font(Face face, int place) {
        return fonts.getOrDefault(face, List.of()).get(place);
    }

    private void pen(double stroke, Color colour) throws IOException {
        content.setStrokingColor(colour);
        content.setLineWidth((float) stroke);
    }

    private float up(double y) {
        return (float) (height - y);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
