package io.tanshi.delivery.lockdown.seb;

import io.tanshi.delivery.lockdown.seb.PlistValue.Dictionary;
import io.tanshi.delivery.lockdown.seb.PlistValue.Flag;
import io.tanshi.delivery.lockdown.seb.PlistValue.Listing;
import io.tanshi.delivery.lockdown.seb.PlistValue.Text;
import io.tanshi.delivery.lockdown.seb.PlistValue.Whole;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a configuration as the property list that the browser opens. */
final class Plist {

    private static final String DOCTYPE = "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
            + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

    private final XMLStreamWriter xml;

    private Plist(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] bytes(Dictionary configuration) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeDTD(DOCTYPE);
            xml.writeStartElement("plist");
            xml.writeAttribute("version", "1.0");
            new Plist(xml).write(configuration);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A property list could not be written", e);
        }
        return out.toByteArray();
    }

    private void write(PlistValue value) throws XMLStreamException {
        switch (value) {
            case Text text -> element("string", text.value());
            case Whole whole -> element("integer", String.valueOf(whole.value()));
            case Flag flag -> xml.writeEmptyElement(flag.value() ? "true" : "false");
            case Listing listing -> {
                xml.writeStartElement("array");
                for (PlistValue item : listing.items()) {
                    write(item);
                }
                xml.writeEndElement();
            }
            case Dictionary dictionary -> {
                xml.writeStartElement("dict");
                for (Map.Entry<String, PlistValue> entry : dictionary.entries().entrySet()) {
                    element("key", entry.getKey());
                    write(entry.getValue());
                }
                xml.writeEndElement();
            }
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
