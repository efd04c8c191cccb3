package io.tanshi.enrolment.intake.form;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one sheet, one after the other. */
final class SheetRows implements Closeable {

    /** Nothing of the form lies further right. */
    private static final int COLUMNS = 256;

    private final Xml xml;
    private final List<String> sharedStrings;
    private int lastRow;

    SheetRows(Xml xml, List<String> sharedStrings) {
        this.xml = xml;
        this.sharedStrings = sharedStrings;
    }

    /** The next row, empty after the last one. */
    Optional<RawRow> next() throws IOException {
        while (xml.next()) {
            if (xml.starts("row")) {
                String number = xml.attribute("r");
                lastRow = number.isEmpty() ? lastRow + 1 : Integer.parseInt(number);
                return Optional.of(new RawRow(lastRow, cells()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private Map<Integer, RawCell> cells() throws IOException {
        Map<Integer, RawCell> cells = new HashMap<>();
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                String address = xml.attribute("r");
                column = address.isEmpty() ? column + 1 : column(address);
                RawCell cell = cell(xml.attribute("t"));
                if (column < COLUMNS) {
                    cells.put(column, cell);
                }
            }
        }
        return cells;
    }

    private RawCell cell(String type) throws IOException {
        String value = "";
        boolean formula = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("f")) {
                formula = true;
                xml.text();
            } else if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                value = xml.richText("is");
            }
        }
        if (type.equals("s") && !value.isBlank()) {
            value = sharedStrings.get(Integer.parseInt(value.strip()));
        }
        return new RawCell(type.isEmpty() ? "n" : type, value, formula);
    }

    /** {@code A1} is 0, {@code AA7} is 26. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)) && column < COLUMNS * 26; i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }
}
