package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parts of an .xlsx file. Read by hand because the common streaming reader overlooks formulas without a cached value
 * and fails on ISO dates, and a formula must never pass for data.
 */
final class Workbook {

    private static final int MOST_STRING_CHARACTERS = 64 << 20;

    /** A sheet of the workbook and the part that holds it. */
    record SheetPart(String name, PackageEntry part) {}

    private final PackageReader reader;
    private final Map<String, PackageEntry> parts = new HashMap<>();
    private final List<SheetPart> sheets = new ArrayList<>();
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
        return new SheetRows(Xml.open(reader, sheet.part()), sharedStrings());
    }

    private void readSheets(PackageEntry workbook, Map<String, String> targets) throws IOException {
        try (Xml xml = Xml.open(reader, workbook)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    date1904 = xml.attribute("date1904").matches("1|true");
                } else if (xml.starts("sheet")) {
                    String target = targets.getOrDefault(xml.attribute("id"), "");
                    PackageEntry part = parts.get(target.toLowerCase(Locale.ROOT));
                    if (part != null) {
                        sheets.add(new SheetPart(xml.attribute("name"), part));
                    }
                }
            }
        }
    }

    private List<String> sharedStrings() throws IOException {
        List<String> strings = new ArrayList<>();
        PackageEntry part = parts.get("xl/sharedstrings.xml");
        if (part == null) {
            return strings;
        }
        long characters = 0;
        try (Xml xml = Xml.open(reader, part)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    strings.add(xml.richText("si"));
                    characters += strings.getLast().length();
                    if (characters > MOST_STRING_CHARACTERS) {
                        throw new IOException("The shared strings are too long");
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
