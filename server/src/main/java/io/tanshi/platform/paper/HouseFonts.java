package io.tanshi.platform.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The fonts of this installation: which characters they draw, and books of pages set in them. */
@Component
public class HouseFonts {

    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),
            Path.of("/usr/share/fonts/hanazono/HanaMinB.ttf"));
    private static final int LAST_IDEOGRAPH = 0x3FFFF;

    private final String setting;
    /** Each book holds the outlines of the fonts, so only a few are open at a time; the others wait their turn. */
    private final Semaphore presses = new Semaphore(2, true);

    private volatile BitSet drawn = new BitSet();

    /** @param rareFont the same setting as for certificates, so that what is promised is what is printed */
    public HouseFonts(@Value("${tanshi.certificate.rare-font:}") String rareFont) {
        this.setting = rareFont;
    }

    /** The characters of a text that no font here draws, each once, in their order. */
    public List<String> undrawable(String text) {
        BitSet known = drawn();
        return text.codePoints()
                .distinct()
                .filter(codePoint -> !known.get(codePoint))
                .mapToObj(Character::toString)
                .toList();
    }

    /** The text with 〓, the printers' mark for a missing sort, in place of what no font draws. */
    String drawable(String text) {
        BitSet known = drawn();
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(codePoint -> safe.appendCodePoint(known.get(codePoint) ? codePoint : '〓'));
        return safe.toString();
    }

    /** A new document, when one of the presses is free; the caller closes it. */
    public PaperBook book(String title) {
        presses.acquireUninterruptibly();
        try {
            return new PaperBook(this, title);
        } catch (RuntimeException | Error e) {
            presses.release();
            throw e;
        }
    }

    void isDone() {
        presses.release();
    }

    Optional<Path> rare() {
        if (!setting.isBlank()) {
            return Optional.of(Path.of(setting));
        }
        return USUAL_PLACES.stream().filter(Files::isReadable).findFirst();
    }

    /** Looked up once: the outlines themselves are not kept. */
    private BitSet drawn() {
        if (!drawn.isEmpty()) {
            return drawn;
        }
        BitSet found = new BitSet();
        try (Typefaces faces = Typefaces.open(rare())) {
            for (int codePoint = 0x20; codePoint <= LAST_IDEOGRAPH; codePoint++) {
                if (faces.drawing(Face.REGULAR, codePoint) >= 0 && faces.drawing(Face.BOLD, codePoint) >= 0) {
                    found.set(codePoint);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drawn = found;
        return found;
    }
}
