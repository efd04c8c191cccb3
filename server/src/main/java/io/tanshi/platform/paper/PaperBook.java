package io.tanshi.platform.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A document of upright A4 pages in the house's fonts, of which each subset is embedded once. */
public final class PaperBook implements AutoCloseable {

    private final HouseFonts house;
    private final Typefaces faces;
    private final PDDocument document = new PDDocument();
    private final Map<Face, List<PDFont>> fonts;

    PaperBook(HouseFonts house, String title) {
        this.house = house;
        try {
            faces = Typefaces.open(house.rare());
            fonts = Canvas.embed(document, faces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Tanshi 碳师");
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /** A new page; the caller closes it before the next. */
    public Canvas page() throws IOException {
        return Canvas.upright(document, faces, fonts);
    }

    /** What can be set of a text; see {@link HouseFonts#undrawable}. */
    public String drawable(String text) {
        return house.drawable(text);
    }

    public void save(OutputStream out) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        try (faces) {
            document.close();
        } finally {
            house.isDone();
        }
    }
}
