package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML part of a workbook, read forwards; document types and entities are not read at all, and memory does not grow
 * with its length, whatever stands in it.
 */
final class Xml implements Closeable {

    private static final XMLInputFactory FACTORY = factory();

    /** SpreadsheetML knows a few hundred names; the parser keeps every one it has seen. */
    private static final int MOST_NAMES = 5_000;

    private static final int BYTE_ORDER_MARK = 3;

    private final InputStream in;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();

    private Xml(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    static Xml open(PackageReader workbook, PackageEntry part) throws IOException {
        InputStream in = workbook.stream(part);
        try {
            return new Xml(in, FACTORY.createXMLStreamReader(new Markup(characters(in))));
        } catch (XMLStreamException e) {
            in.close();
            throw unwrapped(e);
        }
    }

    /** The parts of a workbook are in UTF-8, or in UTF-16 with a byte order mark. */
    private static Reader characters(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, BYTE_ORDER_MARK);
        byte[] mark = start.readNBytes(BYTE_ORDER_MARK);
        String signs = new String(mark, StandardCharsets.ISO_8859_1);
        if (signs.equals("\u00EF\u00BB\u00BF")) {
            return new InputStreamReader(start, StandardCharsets.UTF_8);
        }
        start.unread(mark);
        boolean wide = signs.startsWith("\u00FE\u00FF") || signs.startsWith("\u00FF\u00FE");
        return new InputStreamReader(start, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    /** Moves to the next start or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    countNames();
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw unwrapped(e);
        }
    }

    private void countNames() throws IOException {
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            names.add(String.valueOf(reader.getNamespacePrefix(i)));
            names.add(String.valueOf(reader.getNamespaceURI(i)));
        }
        if (names.size() > MOST_NAMES) {
            throw new Markup.TooLargeException();
        }
    }

    boolean starts(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** An attribute by its local name, empty when absent. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text up to the end of the element that has just started. */
    String text() throws IOException {
        try {
            return reader.getElementText();
        } catch (XMLStreamException e) {
            throw unwrapped(e);
        }
    }

    /** The text of a string item: its runs joined, readings (phonetic hints) left out; stops at the element's end. */
    String richText(String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean hint = false;
        while (next() && !ends(element)) {
            if (starts("rPh") || ends("rPh")) {
                hint = reader.isStartElement();
            } else if (starts("t")) {
                String run = text();
                text.append(hint ? "" : run);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static IOException unwrapped(XMLStreamException e) {
        return e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("jdk.xml.maxElementDepth", 64);
        factory.setProperty("jdk.xml.elementAttributeLimit", 200);
        return factory;
    }
}
