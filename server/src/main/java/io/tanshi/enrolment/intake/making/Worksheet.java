package io.tanshi.enrolment.intake.making;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A worksheet written as plain SpreadsheetML, because the bytes must depend on the contents alone. */
final class Worksheet {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /**
     * A cell.
     *
     * @param type {@code s} text, {@code n} number, {@code f} formula
     */
    record Cell(char type, String value) {

        static Cell text(String value) {
            return new Cell('s', value);
        }

        static Cell number(String value) {
            return new Cell('n', value);
        }

        static Cell formula(String value) {
            return new Cell('f', value);
        }
    }

    private final String name;
    private final StringBuilder shared = new StringBuilder();
    private final StringBuilder inline = new StringBuilder();
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private int rows;

    Worksheet(String name) {
        this.name = name;
    }

    void row(List<Cell> cells) {
        rows++;
        String start = "<row r=\"" + rows + "\">";
        shared.append(start);
        inline.append(start);
        for (int i = 0; i < cells.size(); i++) {
            cell("" + (char) ('A' + i) + rows, cells.get(i));
        }
        shared.append("</row>");
        inline.append("</row>");
    }

    /** The parts of the workbook by path. */
    Map<String, String> parts(PackageShape.Strings kind) {
        boolean isShared = kind == PackageShape.Strings.SHARED;
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes(isShared));
        parts.put("_rels/.rels", relations(List.of("officeDocument\" Target=\"xl/workbook.xml")));
        parts.put("xl/workbook.xml", workbook());
        List<String> targets = new ArrayList<>(List.of("worksheet\" Target=\"worksheets/sheet1.xml"));
        if (isShared) {
            targets.add("sharedStrings\" Target=\"sharedStrings.xml");
            parts.put("xl/sharedStrings.xml", sharedStrings());
        }
        parts.put("xl/_rels/workbook.xml.rels", relations(targets));
        parts.put(
                "xl/worksheets/sheet1.xml",
                HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + (isShared ? shared : inline)
                        + "</sheetData></worksheet>");
        return parts;
    }

    private void cell(String address, Cell cell) {
        String start = "<c r=\"" + address + "\"";
        if (cell.value().isEmpty()) {
            return;
        }
        switch (cell.type()) {
            case 's' -> {
                int index = strings.computeIfAbsent(cell.value(), _ -> strings.size());
                shared.append(start).append(" t=\"s\"><v>").append(index).append("</v></c>");
                inline.append(start)
                        .append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(escape(cell.value()))
                        .append("</t></is></c>");
            }
            case 'n' -> both(start + "><v>" + cell.value() + "</v></c>");
            default -> both(start + "><f>" + escape(cell.value()) + "</f><v></v></c>");
        }
    }

    private void both(String xml) {
        shared.append(xml);
        inline.append(xml);
    }

    private String sharedStrings() {
        StringBuilder xml =
                new StringBuilder(HEAD + "<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + strings.size() + "\">");
        strings.keySet()
                .forEach(text -> xml.append("<si><t xml:space=\"preserve\">")
                        .append(escape(text))
                        .append("</t></si>"));
        return xml.append("</sst>").toString();
    }

    private String workbook() {
        return HEAD + "<workbook xmlns=\"" + MAIN
                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"" + escape(name) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    private static String relations(List<String> targets) {
        StringBuilder xml = new StringBuilder(
                HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < targets.size(); i++) {
            xml.append("<Relationship Id=\"rId")
                    .append(i + 1)
                    .append("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
                    .append(targets.get(i))
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static String contentTypes(boolean withStrings) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String strings = withStrings
                ? "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + type + "sharedStrings+xml\"/>"
                : "";
        return HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + type + "worksheet+xml\"/>"
                + strings + "</Types>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
