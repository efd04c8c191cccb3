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

    /** A character with the em as its unit. */
    private record Letter(Shape outline, double advance) {}

    private final @Nullable TrueTypeFont font;
    private final @Nullable CmapLookup characters;
    private final Map<Integer, Letter> letters = new HashMap<>();

    Lettering() throws IOException {
        this.font = load();
        this.characters = font == null ? null : font.getUnicodeCmapLookup();
    }

    /** Draws a line of text from its left end on its base line. */
    void draw(Graphics2D g, String text, double x, double baseline, double size) {
        double at = x;
        for (int point : text.codePoints().toArray()) {
            Letter letter = letter(point);
            AffineTransform place = AffineTransform.getTranslateInstance(at, baseline);
            place.scale(size, -size);
            g.fill(place.createTransformedShape(letter.outline()));
            at += letter.advance() * size;
        }
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(point -> letter(point).advance()).sum() * size;
    }

    private Letter letter(int point) {
        return letters.computeIfAbsent(point, _ -> {
            try {
                return font == null || characters == null ? bar(point) : glyph(font, characters.getGlyphId(point));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Letter bar(int point) {
        double advance = point < 0x80 ? 0.55 : 1;
        Shape bar = point == ' ' ? new Path2D.Double() : new Rectangle2D.Double(0.06, 0, advance - 0.12, 0.7);
        return new Letter(bar, advance);
    }

    private static Letter glyph(TrueTypeFont font, int id) throws IOException {
        double em = 1.0 / font.getUnitsPerEm();
        GlyphData glyph = font.getGlyph().getGlyph(id);
        Shape outline = glyph == null
                ? new Path2D.Double()
                : AffineTransform.getScaleInstance(em, em).createTransformedShape(glyph.getPath());
        return new Letter(outline, font.getAdvanceWidth(id) * em);
    }

    private static @Nullable TrueTypeFont load() throws IOException {
        try (InputStream in = Lettering.class.getResourceAsStream(FONT)) {
            return in == null ? null : new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }
}
