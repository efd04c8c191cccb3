package io.tanshi.enrolment.intake.making;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Chinese on pictures with the outlines of the shipped font, so that neither a desktop nor its fonts are needed
 * and the bytes are the same everywhere. In a build without the web workspace there is no font: bars stand for letters.
 */
final class Lettering {

    private static final String FONT = "/fonts/NotoSansSC_400Regular.ttf";

    private final @Nullable TrueTypeFont font;
    private final Map<Integer, Shape> outlines = new HashMap<>();

    Lettering() {
        this.font = load();
    }

    /** Draws a line of text from its left end on its base line. */
    void draw(Graphics2D g, String text, double x, double baseline, double size) {
        double at = x;
        for (int point : text.codePoints().toArray()) {
            AffineTransform place = AffineTransform.getTranslateInstance(at, baseline);
            place.scale(size, -size);
            g.fill(place.createTransformedShape(outlines.computeIfAbsent(point, this::outline)));
            at += advance(point) * size;
        }
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    private double advance(int point) {
        if (font == null) {
            return point < 0x80 ? 0.55 : 1;
        }
        try {
            return (double) font.getAdvanceWidth(cmap(font).getGlyphId(point)) / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shape outline(int point) {
        if (font == null) {
            return point == ' ' ? new Path2D.Double() : new Rectangle2D.Double(0.06, 0, advance(point) - 0.12, 0.7);
        }
        try {
            GlyphData glyph = font.getGlyph().getGlyph(cmap(font).getGlyphId(point));
            double scale = 1.0 / font.getUnitsPerEm();
            return glyph == null
                    ? new Path2D.Double()
                    : AffineTransform.getScaleInstance(scale, scale).createTransformedShape(glyph.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup cmap(TrueTypeFont font) throws IOException {
        return font.getUnicodeCmapLookup();
    }

    private static @Nullable TrueTypeFont load() {
        try (InputStream in = Lettering.class.getResourceAsStream(FONT)) {
            return in == null ? null : new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
