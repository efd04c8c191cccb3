package io.tanshi.enrolment.intake.spoiling;

import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.programme.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Spoils one of a few packages of one to five people, one to four times over. */
public final class PackageSpoiler {

    private static final int MOST_PEOPLE = 5;
    private static final int LONGEST_NAME = 80;
    private static final int PHOTO_BYTES = 40_000;
    private static final int UTF8_NAMES = 1 << 11;
    private static final byte[] SCAN = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 's', 'c', 'a', 'n'};

    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final List<Map<String, byte[]>> packages = new ArrayList<>();

    /** @param sitting whose form the packages hold, for example {@code 2026-12} */
    public PackageSpoiler(YearMonth sitting, LocalDate asOf) throws IOException {
        for (int people = 1; people <= MOST_PEOPLE; people++) {
            Set<Fault> faults = people < 3 ? Set.of() : EnumSet.of(Fault.PHOTO_SHARED, Fault.ORPHAN_PHOTO);
            PackageShape shape = new PackageShape(
                    PackageShape.Layout.values()[people - 1],
                    PackageShape.Names.UTF8,
                    people % 2 == 0 ? PackageShape.Strings.INLINE : PackageShape.Strings.SHARED);
            packages.add(made(new BatchPlan(
                    people, people, faults, shape, sitting, asOf, RuleSet.shipped(RuleSet.DEFAULT_CODE))));
        }
    }

    /**
     * A spoilt upload.
     *
     * @param fileName under which it is uploaded
     * @param what was done to it
     */
    public record Spoilt(long seed, String fileName, byte[] content, String what) {}

    /** The same seed gives the same upload. */
    public Spoilt spoilt(long seed) {
        Chance chance = new Chance(seed);
        StringJoiner what = new StringJoiner(", ");
        Map<String, byte[]> files = new LinkedHashMap<>(chance.pick(packages));
        Map<String, byte[]> form = unzipped(formOf(files));
        for (int i = chance.below(4); i > 0; i--) {
            what.add(contents(chance, files, form));
        }
        byte[] workbook = workbook(chance, form, what);
        if (chance.oneIn(8)) {
            return new Spoilt(seed, "名单.xlsx", workbook, what + " alone");
        }
        files.replaceAll((path, content) -> path.endsWith(".xlsx") ? workbook : content);
        byte[] zip = packed(chance, new ZipSpoiler(chance), files, what);
        return new Spoilt(seed, chance.oneIn(10) ? fileName(chance) : "报名.zip", zip, what.toString());
    }

    /** No file system keeps a longer name. */
    private static String fileName(Chance chance) {
        String name = chance.text();
        int length = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, length)) + ".zip";
    }

    private static String contents(Chance chance, Map<String, byte[]> files, Map<String, byte[]> form) {
        WorkbookSpoiler workbook = new WorkbookSpoiler(chance);
        return switch (chance.below(8)) {
            case 0, 1, 2 -> workbook.cells(form);
            case 3 -> workbook.cell(form);
            case 4 -> workbook.sheet(form);
            case 5 -> workbook.parts(form);
            default -> photo(chance, files);
        };
    }

    private static String photo(Chance chance, Map<String, byte[]> files) {
        List<String> photos = files.keySet().stream()
                .filter(path -> !isPaper(path) && !path.endsWith(".xlsx"))
                .toList();
        files.computeIfPresent(chance.pick(photos), (_, jpeg) -> new PhotoSpoiler(chance).spoil(jpeg));
        return "photo";
    }

    /** Seldom the workbook is spoilt as the zip that it is, or is another program's. */
    private static byte[] workbook(Chance chance, Map<String, byte[]> form, StringJoiner what) {
        if (!chance.oneIn(8)) {
            return RawZip.write(entries(form), RawZip.DirectoryLies.NONE);
        }
        if (chance.oneIn(4)) {
            what.add("workbook of 1997");
            return OLE2.clone();
        }
        what.add("workbook:");
        return packed(chance, new ZipSpoiler(chance), form, what);
    }

    private static byte[] packed(Chance chance, ZipSpoiler spoiler, Map<String, byte[]> files, StringJoiner what) {
        List<RawZip.Entry> entries = entries(files);
        for (int i = chance.below(3); i > 0; i--) {
            what.add(chance.oneIn(2) ? spoiler.entry(entries) : spoiler.name(entries));
        }
        boolean lies = chance.oneIn(12);
        byte[] zip = RawZip.write(entries, lies ? spoiler.directory() : RawZip.DirectoryLies.NONE);
        if (lies) {
            what.add("directory");
        }
        if (!chance.oneIn(8)) {
            return zip;
        }
        what.add("bytes");
        return spoiler.bytes(zip);
    }

    private static List<RawZip.Entry> entries(Map<String, byte[]> files) {
        List<RawZip.Entry> entries = new ArrayList<>();
        files.forEach((path, content) -> entries.add(new RawZip.Entry(Chance.utf8(path), content, UTF8_NAMES)));
        return entries;
    }

    private static byte[] formOf(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".xlsx"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** The papers are cut short: only their first bytes are looked at. */
    private static Map<String, byte[]> made(BatchPlan plan) throws IOException {
        Path file = Files.createTempFile("tanshi-spoilt-", ".zip");
        try {
            BatchMaker.filling(plan, PHOTO_BYTES).make(file);
            Map<String, byte[]> files = unzipped(Files.readAllBytes(file));
            files.replaceAll((path, content) -> isPaper(path) ? SCAN : content);
            return files;
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isPaper(String path) {
        return Arrays.stream(Material.values()).anyMatch(kind -> path.contains(kind.label()));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
