package io.tanshi.delivery.lockdown.seb;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * The published rule once more, by another way: from the file, with a list of pairs that is sorted by their keys in small
 * letters, and without anything of the code under test.
 */
final class PlistReading {

    private record Pair(String key, String json) {}

    private PlistReading() {}

    static String json(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Element plist = factory.newDocumentBuilder()
                .parse(new InputSource(new ByteArrayInputStream(file)))
                .getDocumentElement();
        return json(elements(plist).getFirst());
    }

    private static String json(Element element) {
        List<Element> inside = elements(element);
        return switch (element.getTagName()) {
            case "string" -> "\"" + element.getTextContent() + "\"";
            case "integer" -> element.getTextContent();
            case "true", "false" -> element.getTagName();
            case "array" ->
                "[" + String.join(",", inside.stream().map(PlistReading::json).toList()) + "]";
            case "dict" -> dictionary(inside);
            default -> throw new IllegalArgumentException(element.getTagName());
        };
    }

    private static String dictionary(List<Element> inside) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < inside.size(); i += 2) {
            pairs.add(new Pair(inside.get(i).getTextContent(), json(inside.get(i + 1))));
        }
        pairs.sort(Comparator.comparing(pair -> pair.key().toLowerCase(Locale.ROOT)));
        StringBuilder json = new StringBuilder();
        for (Pair pair : pairs) {
            json.append(json.isEmpty() ? "{" : ",")
                    .append('"')
                    .append(pair.key())
                    .append("\":")
                    .append(pair.json());
        }
        return json.append('}').toString();
    }

    private static List<Element> elements(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
