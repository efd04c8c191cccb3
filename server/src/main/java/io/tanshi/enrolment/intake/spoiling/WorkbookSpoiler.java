package io.tanshi.enrolment.intake.spoiling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What other programs write into a workbook, what a broken disk leaves of it, and what an attacker puts in. */
final class WorkbookSpoiler {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String BOOK = "xl/workbook.xml";
    private static final Pattern TEXT = Pattern.compile("<t[^>]*>[^<]*</t>");
    private static final Pattern CELL = Pattern.compile("<c [^>]*>.*?</c>");
    private static final Pattern ROW = Pattern.compile("<row .*?</row>");
    private static final Pattern ADDRESS = Pattern.compile(" r=\"[A-Z]+\\d+\"");
    private static final Pattern ROW_NUMBER = Pattern.compile("<row r=\"\\d+\"");

    private final Chance chance;

    WorkbookSpoiler(Chance chance) {
        this.chance = chance;
    }

    /** Puts another text into some cells. */
    String cells(Map<String, byte[]> parts) {
        String part = parts.containsKey("xl/sharedStrings.xml") ? "xl/sharedStrings.xml" : SHEET;
        for (int i = 0; i <= chance.below(4); i++) {
            change(parts, part, TEXT, _ -> "<t>" + escaped(chance.text()) + "</t>");
        }
        return "cells";
    }

    /** Changes what a cell is. */
    String cell(Map<String, byte[]> parts) {
        int what = chance.below(9);
        change(parts, SHEET, CELL, cell -> switch (what) {
            case 0 -> cell.replaceFirst("<c .*", start(cell) + "><v>" + chance.number() + "</v></c>");
            case 1 -> start(cell) + " t=\"s\"><v>" + chance.number() + "</v></c>";
            case 2 -> start(cell) + " t=\"e\"><v>#REF!</v></c>";
            case 3 -> start(cell) + " t=\"b\"><v>" + chance.pick("1", "0", "yes") + "</v></c>";
            case 4 -> start(cell) + " t=\"d\"><v>" + chance.pick("2012-06-01T00:00:00Z", "2012", "x") + "</v></c>";
            case 5 -> start(cell) + "><f>1+1</f><v>2</v></c>";
            case 6 -> start(cell) + " t=\"" + chance.pick("str", "zzz", "") + "\"><v>x</v></c>";
            case 7 ->
                start(cell) + " t=\"inlineStr\"><is><r><t>李</t></r><rPh><t>li</t></rPh><r><t>" + escaped(chance.text())
                        + "</t></r></is></c>";
            default -> chance.oneIn(2) ? cell + cell : "";
        });
        return "cell " + what;
    }

    /** Changes where cells and rows stand, and what stands around them. */
    String sheet(Map<String, byte[]> parts) {
        int what = chance.below(12);
        switch (what) {
            case 0 -> change(parts, SHEET, ADDRESS, _ -> " r=\"" + address() + "\"");
            case 1 -> change(parts, SHEET, ROW_NUMBER, _ -> "<row r=\"" + chance.number() + "\"");
            case 2 -> change(parts, SHEET, ROW, row -> row + row);
            case 3 -> change(parts, SHEET, ROW, _ -> "");
            case 4 -> reversed(parts);
            case 5 ->
                edit(
                        parts,
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "</sheetData><mergeCells><mergeCell ref=\"A4:S4\"/>" + "</mergeCells>"));
            case 6 -> edit(parts, SHEET, xml -> xml.replace("<sheetData>", "<sheetData>" + "<a>".repeat(100)));
            case 7 ->
                edit(
                        parts,
                        SHEET,
                        xml -> xml.replaceAll("<(/?)(\\w)", "<$1x:$2").replace("xmlns=", "xmlns:x="));
            case 8 -> edit(parts, SHEET, xml -> xml.replaceAll(" r=\"[A-Z]+\\d+\"", ""));
            case 9 -> edit(parts, SHEET, xml -> xml.replace("<row ", "<row hidden=\"1\" "));
            case 10 -> edit(parts, SHEET, WorkbookSpoiler::declared);
            default ->
                edit(parts, SHEET, xml -> xml.replace("?>\n", "?>\n<!-- " + "x".repeat(chance.below(99_999)) + " -->"));
        }
        return "sheet " + what;
    }

    /** Changes the parts that tie a workbook together. */
    String parts(Map<String, byte[]> parts) {
        String part = chance.pick(new ArrayList<>(parts.keySet()));
        byte[] content = parts.getOrDefault(part, new byte[0]);
        int what = chance.below(12);
        switch (what) {
            case 0 -> parts.remove(part);
            case 1 -> parts.put(part, chance.cut(content));
            case 2 -> parts.put(part, chance.flipped(content, 0));
            case 3 -> parts.put(part, chance.noise(chance.below(500)));
            case 4 -> parts.put(part, new byte[0]);
            case 5 -> edit(parts, BOOK, xml -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
            case 6 -> edit(parts, BOOK, xml -> xml.replace("<sheet ", "<sheet state=\"veryHidden\" "));
            case 7 ->
                edit(
                        parts,
                        BOOK,
                        xml -> xml.replace("<sheet ", "<sheet name=\"x\" sheetId=\"2\" r:id=\"rId9\"/><sheet "));
            case 8 ->
                edit(
                        parts,
                        "xl/_rels/workbook.xml.rels",
                        xml -> xml.replaceAll(
                                "Target=\"",
                                "Target=\"" + chance.pick("/xl/", "../", "http://127.0.0.1/", "C:\\\\", "./")));
            case 9 -> parts.put(part, text(content).getBytes(StandardCharsets.UTF_16));
            case 10 -> parts.put(part, Chance.utf8(text(content).replace("UTF-8", "GBK")));
            default -> {
                parts.remove(part);
                parts.put(part.toUpperCase(Locale.ROOT), content);
            }
        }
        return "parts " + what + " " + part;
    }

    private void reversed(Map<String, byte[]> parts) {
        edit(parts, SHEET, xml -> {
            List<String> rows =
                    ROW.matcher(xml).results().map(MatchResult::group).toList();
            int from = xml.indexOf("<row ");
            int to = xml.lastIndexOf("</row>");
            return from < 0 || to < from
                    ? xml
                    : xml.substring(0, from) + String.join("", rows.reversed()) + xml.substring(to + 6);
        });
    }

    private String address() {
        return chance.pick("ZZZZZZZ9", "", "4A", "A0", "XFD1048576", "A99999999999", "é4", "A4:B5", "a4");
    }

    private static String start(String cell) {
        Matcher address = ADDRESS.matcher(cell);
        return "<c" + (address.find() ? address.group() : "");
    }

    private static String declared(String xml) {
        return xml.replace("?>\n", "?>\n<!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>")
                .replaceFirst("<t([^>]*)>", "<t$1>&b;");
    }

    /** Changes one of the places that match, chosen by chance. */
    private void change(Map<String, byte[]> parts, String part, Pattern what, UnaryOperator<String> change) {
        edit(parts, part, xml -> {
            List<MatchResult> places = what.matcher(xml).results().toList();
            if (places.isEmpty()) {
                return xml;
            }
            MatchResult place = chance.pick(places);
            return xml.substring(0, place.start()) + change.apply(place.group()) + xml.substring(place.end());
        });
    }

    private static void edit(Map<String, byte[]> parts, String part, UnaryOperator<String> change) {
        parts.computeIfPresent(part, (_, xml) -> Chance.utf8(change.apply(text(xml))));
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }

    private String escaped(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return chance.oneIn(30) ? escaped + chance.pick("&#1;", "&#x0;", "&#xD800;", "&nbsp;", "&#10;") : escaped;
    }
}
