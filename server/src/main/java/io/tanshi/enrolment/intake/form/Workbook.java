package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an .xlsx file. Read by hand because the common streaming reader overlooks formulas without a cached value
 * and fails on ISO dates, and a formula must never pass for data.
 */
final class Workbook {

    /** Twenty thousand rows have less than half of it. */
    private static final int MOST_STRINGS = 600_000;

    private static final int MOST_STRING_CHARACTERS = 16 << 20;
    private static final int MOST_SHEETS = 50;
    private static final int MOST_RELATIONS = 5_000;

    /** Other formats that are a zip, by a part that each of them has. */
    private static final Map<String, String> OTHER_FORMATS = Map.of(
            "word/document.xml", "Word 文档",
            "ppt/presentation.xml", "PowerPoint 演示文稿",
            "xl/workbook.bin", "Excel 二进制工作簿（.xlsb）",
            "content.xml", "OpenDocument 文件（.ods 等）");

    /** A sheet of the workbook and the part that holds it. */
    record SheetPart(String name, PackageEntry part) {}

    private final PackageReader reader;
    private final Map<String, PackageEntry> parts = new HashMap<>();
    private final List<SheetPart> sheets = new ArrayList<>();
    private @Nullable List<String> sharedStrings;
    private boolean date1904;

    Workbook(PackageReader reader) throws IOException {
        this.reader = reader;
        reader.entries().forEach(entry -> parts.put(entry.path().toLowerCase(Locale.ROOT), entry));
        String path = targets("_rels/.rels").values().stream()
                .filter(target -> target.endsWith("workbook.xml"))
                .findFirst()
                .orElse("xl/workbook.xml");
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        readSheets(part(path), targets(folder + "_rels/" + path.substring(folder.length()) + ".rels"));
    }

    List<SheetPart> sheets() {
        return sheets;
    }

    boolean isDate1904() {
        return date1904;
    }

    SheetRows rows(SheetPart sheet) throws IOException {
        if (sharedStrings == null) {
            sharedStrings = readSharedStrings();
        }
        return new SheetRows(Xml.open(reader, sheet.part()), sharedStrings);
    }

    private void readSheets(PackageEntry workbook, Map<String, String> targets) throws IOException {
        try (Xml xml = Xml.open(reader, workbook)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    date1904 = xml.attribute("date1904").matches("1|true");
                } else if (xml.starts("sheet")) {
                    String target = targets.getOrDefault(xml.attribute("id"), "");
                    PackageEntry part = parts.get(target.toLowerCase(Locale.ROOT));
                    if (part != null && sheets.size() < MOST_SHEETS) {
                        sheets.add(new SheetPart(xml.attribute("name"), part));
                    }
                }
            }
        }
    }

    /** What the file is instead, when it has no workbook inside. */
    static Optional<String> otherFormat(PackageReader reader) {
        return reader.entries().stream()
                .flatMap(entry ->
                        Optional.ofNullable(OTHER_FORMATS.get(entry.path().toLowerCase(Locale.ROOT))).stream())
                .findFirst();
    }

    private List<String> readSharedStrings() throws IOException {
        List<String> strings = new ArrayList<>();
        PackageEntry part = parts.get("xl/sharedstrings.xml");
        if (part == null) {
            return strings;
        }
        long characters = 0;
        try (Xml xml = Xml.open(reader, part)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    strings.add(RawCell.cut(xml.richText("si")));
                    characters += strings.getLast().length();
                    if (characters > MOST_STRING_CHARACTERS || strings.size() > MOST_STRINGS) {
                        throw new Markup.TooLargeException();
                    }
                }
            }
        }
        return strings;
    }

    /** The targets of a relations part by id, as paths from the root of the package. */
    private Map<String, String> targets(String path) throws IOException {
        Map<String, String> targets = new HashMap<>();
        PackageEntry part = parts.get(path.toLowerCase(Locale.ROOT));
        if (part == null) {
            return targets;
        }
        String folder = path.substring(0, path.indexOf("_rels/"));
        try (Xml xml = Xml.open(reader, part)) {
            while (xml.next()) {
                if (xml.starts("Relationship")) {
                    String target = xml.attribute("Target");
                    targets.put(xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : folder + target);
                    if (targets.size() > MOST_RELATIONS) {
                        throw new Markup.TooLargeException();
                    }
                }
            }
        }
        return targets;
    }

    private PackageEntry part(String path) throws IOException {
        PackageEntry part = parts.get(path.toLowerCase(Locale.ROOT));
        if (part == null) {
            throw new IOException("No part " + path);
        }
        return part;
    }
}
