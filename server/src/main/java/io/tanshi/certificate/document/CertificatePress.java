package io.tanshi.certificate.document;

import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.Face;
import io.tanshi.platform.paper.Typefaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Prints certificates. All text is set from embedded subsets of the house's serif; names may take characters from a font
 * of rare characters. A character that no font draws is never printed as an empty box: ask {@link #undrawable} first.
 */
public final class CertificatePress {

    private final Wording wording;
    private final Optional<Path> rareFont;

    /** @param rareFont a TrueType font with the rare characters of names; may be missing on this machine */
    public CertificatePress(Wording wording, Optional<Path> rareFont) {
        this.wording = wording;
        this.rareFont = rareFont;
    }

    /** The characters of a text that no font here draws, each once, in their order; empty when it can be printed. */
    public List<String> undrawable(String text) {
        try (Typefaces faces = Typefaces.open(rareFont)) {
            List<String> missing = new ArrayList<>();
            for (int codePoint : text.codePoints().distinct().toArray()) {
                if (faces.drawing(Face.REGULAR, codePoint) < 0 || faces.drawing(Face.BOLD, codePoint) < 0) {
                    missing.add("%s (U+%04X)".formatted(Character.toString(codePoint), codePoint));
                }
            }
            return missing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The two pages as PDF, not signed. Without an issue it is a proof: it says so across the page and bears neither
     * number nor seal.
     *
     * @throws IllegalStateException when a character cannot be drawn
     */
    public byte[] print(CertificateText text) {
        try (Typefaces faces = Typefaces.open(rareFont);
                PDDocument document = new PDDocument()) {
            Map<Face, List<PDFont>> fonts = Canvas.embed(document, faces);
            try (Canvas canvas = new Canvas(document, faces, fonts)) {
                Cover.draw(canvas, wording);
            }
            try (Canvas canvas = new Canvas(document, faces, fonts)) {
                new Inside(canvas, text, wording).draw();
            }
            describe(document, text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(PDDocument document, CertificateText text) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(wording.title());
        information.setAuthor(wording.issuer());
        information.setCreator("Tanshi 碳师");
        if (text.issue() != null) {
            information.setSubject(text.issue().number().value());
        }
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
