package io.tanshi.enrolment.intake.form;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;

/**
 * The characters of an XML part, which ends with an error when a document type is declared or when a text, comment or
 * attribute is longer than any cell: the parser would collect them in memory before it says a word.
 */
final class Markup extends FilterReader {

    /** A cell holds 32,767 characters, each of which may be written as an entity. */
    private static final int LONGEST = 1 << 18;

    private static final String DOCUMENT_TYPE = "<!DOCTYPE";

    /** What is no element, by its beginning, with its end; inside may stand what looks like elements. */
    private static final Map<String, String> OTHERS = Map.of("<!--", "-->", "<![CDATA[", "]]>", "<?", "?>");

    private final StringBuilder opening = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private String end = "";
    private int length;

    Markup(Reader in) {
        super(in);
    }

    /** A document type is declared. */
    static final class DocumentTypeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Something is longer or more various than a form can be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read = in.read(buffer, offset, count);
        for (int i = offset; i < offset + read; i++) {
            see(buffer[i]);
        }
        return read;
    }

    /** Only the tag of an element begins the count anew. */
    private void see(char c) throws IOException {
        length++;
        if (!end.isEmpty()) {
            seeOther(c);
        } else if (c == '<') {
            opening.setLength(0);
            opening.append(c);
        } else if (!opening.isEmpty()) {
            opening.append(c);
            judge(opening.toString());
        }
        if (length > LONGEST) {
            throw new TooLargeException();
        }
    }

    private void seeOther(char c) {
        tail.append(c);
        if (tail.length() > end.length()) {
            tail.deleteCharAt(0);
        }
        if (end.contentEquals(tail)) {
            end = "";
        }
    }

    private void judge(String start) throws IOException {
        if (start.equals(DOCUMENT_TYPE)) {
            throw new DocumentTypeException();
        }
        if (OTHERS.containsKey(start)) {
            end = OTHERS.getOrDefault(start, "");
            tail.setLength(0);
            opening.setLength(0);
        } else if (!start.startsWith("<!")) {
            length = 0;
            opening.setLength(0);
        } else if (!DOCUMENT_TYPE.startsWith(start)
                && OTHERS.keySet().stream().noneMatch(other -> other.startsWith(start))) {
            opening.setLength(0);
        }
    }
}
