package io.tanshi.platform.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The fonts of one printing: the serif of the house, and a font of rare characters behind it where the machine has one.
 * Read anew for each printing and released after it, so that the 30 MB of outlines are not kept between printings.
 */
public final class Typefaces implements AutoCloseable {

    private final Map<Face, List<TrueTypeFont>> fonts = new EnumMap<>(Face.class);

    private Typefaces() {}

    public static Typefaces open(Optional<Path> rare) throws IOException {
        Typefaces faces = new Typefaces();
        try {
            for (Face face : Face.values()) {
                List<TrueTypeFont> chain = new ArrayList<>();
                faces.fonts.put(face, chain);
                chain.add(house(face));
                if (rare.isPresent() && Files.isReadable(rare.get())) {
                    chain.add(new TTFParser()
                            .parse(new RandomAccessReadBufferedFile(rare.get().toFile())));
                }
            }
            return faces;
        } catch (IOException | RuntimeException e) {
            faces.close();
            throw e;
        }
    }

    private static TrueTypeFont house(Face face) throws IOException {
        try (InputStream in = Typefaces.class.getResourceAsStream(face.resource())) {
            if (in == null) {
                throw new IllegalStateException(
                        face.resource() + " is not on the class path: build the web workspace first");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        }
    }

    public List<TrueTypeFont> chain(Face face) {
        return fonts.getOrDefault(face, List.of());
    }

    /** The place in the chain of the first font that draws this character, or −1. */
    public int drawing(Face face, int codePoint) throws IOException {
        List<TrueTypeFont> chain = chain(face);
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).getUnicodeCmapLookup().getGlyphId(codePoint) != 0) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        for (List<TrueTypeFont> chain : fonts.values()) {
            for (TrueTypeFont font : chain) {
                font.close();
            }
        }
    }
}
