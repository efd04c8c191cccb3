package io.tanshi.enrolment.intake.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A form as WPS writes it: texts shared, with phonetic and rich runs, a build number of its own, targets from the root, parts
 * for pictures in cells, and the content types last.
 */
final class WpsWorkbook {

    private static final String NAMESPACES = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
            + "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
            + "xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"";
    private static final Pattern TEXT = Pattern.compile("<t[^>]*>(.*?)</t>");
    private static final Pattern ROWS = Pattern.compile("<sheetData>.*</sheetData>", Pattern.DOTALL);

    private WpsWorkbook() {}

    /** The same cells, saved again. */
    static byte[] of(byte[] form) throws IOException {
        String rows = ROWS.matcher(part(form, "xl/worksheets/"))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        List<String> texts = TEXT.matcher(part(form, "xl/sharedStrings"))
                .results()
                .map(text -> text.group(1))
                .toList();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("docProps/custom.xml", "<Properties><property name=\"KSOProductBuildVer\"/></Properties>");
        parts.put("xl/sharedStrings.xml", strings(texts));
        parts.put("xl/cellimages.xml", "<etc:cellImages " + NAMESPACES + "/>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet " + NAMESPACES + "><sheetPr/><dimension ref=\"A1:S4\"/><sheetViews><sheetView"
                        + " tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultColWidth=\"9\""
                        + " defaultRowHeight=\"13.5\"/>" + rows + "<pageMargins left=\"0.75\"/></worksheet>");
        parts.put(
                "xl/workbook.xml",
                "<workbook " + NAMESPACES + "><fileVersion appName=\"xl\" lastEdited=\"3\" lowestEdited=\"5\""
                        + " rupBuild=\"9302\"/><workbookPr filterPrivacy=\"1\"/><bookViews><workbookView/></bookViews>"
                        + "<sheets><sheet name=\"报名申报表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations("rId1", "worksheet", "/xl/worksheets/sheet1.xml"));
        parts.put("_rels/.rels", relations("rId1", "officeDocument", "/xl/workbook.xml"));
        parts.put("[Content_Types].xml", "<Types/>");
        return zipped(parts);
    }

    private static String part(byte[] form, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(form))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("No part " + name);
    }

    /** Every text in two runs with a font, and a reading that is no part of it. */
    private static String strings(List<String> texts) {
        StringBuilder xml = new StringBuilder("<sst " + NAMESPACES + " count=\"" + texts.size() + "\">");
        for (String text : texts) {
            int half = text.length() / 2;
            xml.append("<si>");
            for (String run : List.of(text.substring(0, half), text.substring(half))) {
                xml.append("<r><rPr><rFont val=\"宋体\"/></rPr><t xml:space=\"preserve\">")
                        .append(run)
                        .append("</t></r>");
            }
            xml.append("<rPh sb=\"0\" eb=\"1\"><t>pinyin</t></rPh></si>");
        }
        return xml.append("</sst>").toString();
    }

    private static String relations(String id, String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\""
                + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static byte[] zipped(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + part.getValue())
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
