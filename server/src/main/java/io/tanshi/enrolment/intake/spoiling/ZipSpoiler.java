package io.tanshi.enrolment.intake.spoiling;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What packing tools, broken lines and attackers do to a zip: to its entries, their names, its directory, its bytes. */
final class ZipSpoiler {

    private static final Charset GBK = Charset.forName("GBK");
    private static final int UTF8_NAMES = 1 << 11;
    private static final int SYMLINK = 0120777 << 16;

    private final Chance chance;

    ZipSpoiler(Chance chance) {
        this.chance = chance;
    }

    /** One entry that lies, is named oddly, stands twice, or is something else. */
    String entry(List<RawZip.Entry> entries) {
        if (entries.isEmpty()) {
            return "no entry";
        }
        RawZip.Entry entry = chance.pick(entries);
        int what = chance.below(17);
        switch (what) {
            case 0 -> entry.sizeLie = chance.pick(-1, 1, -entry.content.length, 1 << 30, Integer.MAX_VALUE);
            case 1 -> entry.packedLie = chance.pick(-1, 1, 1 << 20, Integer.MAX_VALUE);
            case 2 -> entry.crcLie = 1;
            case 3 -> entry.offsetLie = chance.pick(-1, 1, 7, 1 << 28, -(1 << 28));
            case 4 -> entry.method = chance.pick(0, 1, 6, 9, 12, 14, 93, 95, 99, 0xFFFF);
            case 5 -> entry.flags = chance.below(1 << 16);
            case 6 -> entry.descriptor = true;
            case 7 -> entry.extra = extra(entry);
            case 8 -> entry.comment = chance.noise(chance.below(300));
            case 9 -> entry.attributes = chance.pick(SYMLINK, 0040755 << 16, 0x10, -1);
            case 10 -> entries.add(chance.below(entries.size()), twin(entry));
            case 11 -> Collections.swap(entries, chance.below(entries.size()), chance.below(entries.size()));
            case 12 -> entry.content = new byte[0];
            case 13 -> entries.add(chance.below(entries.size()), nested(entries));
            case 14 -> entry.content = chance.cut(entry.content);
            case 15 -> entry.content = new byte[chance.pick(1, 1 << 10, 3 << 20)];
            default -> entries.remove(entry);
        }
        return "entry " + what;
    }

    /** A name that some system writes and another cannot keep. */
    String name(List<RawZip.Entry> entries) {
        if (entries.isEmpty()) {
            return "no name";
        }
        RawZip.Entry entry = chance.pick(entries);
        boolean flagged = (entry.flags & UTF8_NAMES) != 0;
        String name = new String(entry.name, flagged ? StandardCharsets.UTF_8 : GBK);
        int what = chance.below(18);
        String other = switch (what) {
            case 0 -> "../" + name;
            case 1 -> "/" + name;
            case 2 -> "C:\\" + name;
            case 3 -> name.replace('/', '\\');
            case 4 -> Normalizer.normalize(name, Normalizer.Form.NFD);
            case 5 -> name.replaceAll("[^/]+$", "😀$0");
            case 6 -> name.replaceAll("[^/]+$", "长".repeat(85) + "$0");
            case 7 -> "学员".repeat(2_000) + name;
            case 8 -> name.replaceAll("[^/]+$", chance.pick("CON", "nul.jpg", "aux", "LPT1.jpg", ".", "..", "~"));
            case 9 -> name + chance.pick(" ", ".", "/", "\u0000.jpg", "\u202Egpj.exe");
            case 10 -> chance.text();
            case 11 -> name.replaceFirst("(?<=\\d)\\d", "");
            case 12 -> name.toUpperCase(java.util.Locale.ROOT);
            case 13 -> "";
            case 14 -> name.replace("/", "//");
            case 15 -> name.replaceAll("\\d", "１");
            case 16 -> "a/".repeat(300) + name;
            default -> name.replace("_", chance.pick(" ", "-", "＿", ""));
        };
        entry.name = chance.oneIn(3) ? other.getBytes(GBK) : Chance.utf8(other);
        if (chance.oneIn(4)) {
            entry.name = chance.flipped(entry.name, 0);
        }
        if (entry.name.length > 0xFFFF) {
            entry.name = java.util.Arrays.copyOf(entry.name, 0xFFFF);
        }
        entry.flags = chance.oneIn(2) ? UTF8_NAMES : 0;
        return "name " + what;
    }

    RawZip.DirectoryLies directory() {
        return new RawZip.DirectoryLies(
                chance.pick(0, 1, -1, 0xFFFF), chance.pick(0, 1, -46, 1 << 30), chance.pick(0, 0, 1, -30, 1 << 30));
    }

    byte[] bytes(byte[] zip) {
        return switch (chance.below(8)) {
            case 0 -> chance.cut(zip);
            case 1 -> chance.flipped(zip, 0);
            case 2 -> chance.flipped(zip, Math.max(0, zip.length - 400));
            case 3 -> joined(chance.noise(chance.below(2_000)), zip);
            case 4 -> joined(zip, chance.noise(chance.below(70_000)));
            case 5 -> joined(zip, zip);
            case 6 -> without(zip);
            default -> new byte[0];
        };
    }

    private byte[] without(byte[] zip) {
        int from = chance.below(zip.length);
        int length = chance.below(Math.min(5_000, zip.length - from));
        byte[] rest = new byte[zip.length - length];
        System.arraycopy(zip, 0, rest, 0, from);
        System.arraycopy(zip, from + length, rest, from, rest.length - from);
        return rest;
    }

    /** Zip64 sizes, a unicode name that is another's, or noise with a length of its own. */
    private byte[] extra(RawZip.Entry entry) {
        return switch (chance.below(3)) {
            case 0 -> {
                entry.sizeLie = -1 - entry.content.length;
                yield RawZip.little(12)
                        .putShort((short) 1)
                        .putShort((short) 8)
                        .putLong(chance.pick((long) entry.content.length, -1L, 1L << 40))
                        .array();
            }
            case 1 ->
                RawZip.little(14)
                        .putShort((short) 0x7075)
                        .putShort((short) 10)
                        .put((byte) 1)
                        .putInt(chance.below(1 << 30))
                        .put(new byte[] {'a', '.', 'j', 'p', 'g'})
                        .array();
            default -> chance.noise(chance.below(60));
        };
    }

    private static RawZip.Entry twin(RawZip.Entry entry) {
        return new RawZip.Entry(entry.name, entry.content.clone(), entry.flags);
    }

    private RawZip.Entry nested(List<RawZip.Entry> entries) {
        byte[] inner = RawZip.write(new ArrayList<>(entries), RawZip.DirectoryLies.NONE);
        return new RawZip.Entry(Chance.utf8(chance.pick("里面.zip", "照片/x.jpg", "报名申报表2.xlsx")), inner, UTF8_NAMES);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
