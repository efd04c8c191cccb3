package io.tanshi.enrolment.intake.spoiling;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips in which nothing need be true. */
final class RawZip {

    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int DESCRIPTOR = 0x08074B50;
    private static final int DEFLATED = 8;
    private static final int WITH_DESCRIPTOR = 1 << 3;

    /** An entry; what its headers say stands apart from what it is. */
    static final class Entry {

        byte[] name;
        byte[] content;
        int flags;
        int method = DEFLATED;
        int attributes;
        byte[] extra = {};
        byte[] comment = {};
        boolean descriptor;

        /** Added to what the directory says. */
        int sizeLie;

        int packedLie;
        int crcLie;
        int offsetLie;

        Entry(byte[] name, byte[] content, int flags) {
            this.name = name;
            this.content = content;
            this.flags = flags;
        }
    }

    /** Added to the number of entries, the size and the place of the directory. */
    record DirectoryLies(int count, int size, int offset) {
        static final DirectoryLies NONE = new DirectoryLies(0, 0, 0);
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();

    private RawZip() {}

    static byte[] write(List<Entry> entries, DirectoryLies lies) {
        RawZip zip = new RawZip();
        entries.forEach(zip::add);
        int at = zip.out.size();
        zip.out.writeBytes(zip.directory.toByteArray());
        zip.out.writeBytes(little(22)
                .putInt(END)
                .putInt(0)
                .putShort((short) (entries.size() + lies.count()))
                .putShort((short) (entries.size() + lies.count()))
                .putInt(zip.directory.size() + lies.size())
                .putInt(at + lies.offset())
                .putShort((short) 0)
                .array());
        return zip.out.toByteArray();
    }

    private void add(Entry entry) {
        int offset = out.size();
        byte[] packed = entry.method == DEFLATED ? deflated(entry.content) : entry.content;
        CRC32 sum = new CRC32();
        sum.update(entry.content);
        int crc = (int) sum.getValue();
        int flags = entry.flags | (entry.descriptor ? WITH_DESCRIPTOR : 0);
        boolean later = entry.descriptor;
        local(entry, flags, later ? 0 : crc, later ? 0 : packed.length, later ? 0 : entry.content.length);
        out.writeBytes(packed);
        if (later) {
            out.writeBytes(little(16)
                    .putInt(DESCRIPTOR)
                    .putInt(crc)
                    .putInt(packed.length)
                    .putInt(entry.content.length)
                    .array());
        }
        central(entry, flags, crc, packed.length, offset);
    }

    private void local(Entry entry, int flags, int crc, int packed, int size) {
        out.writeBytes(little(30)
                .putInt(LOCAL)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) entry.method)
                .putInt(0)
                .putInt(crc)
                .putInt(packed)
                .putInt(size)
                .putShort((short) entry.name.length)
                .putShort((short) 0)
                .array());
        out.writeBytes(entry.name);
    }

    private void central(Entry entry, int flags, int crc, int packed, int offset) {
        directory.writeBytes(little(46)
                .putInt(CENTRAL)
                .putShort((short) (3 << 8 | 20))
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) entry.method)
                .putInt(0)
                .putInt(crc + entry.crcLie)
                .putInt(packed + entry.packedLie)
                .putInt(entry.content.length + entry.sizeLie)
                .putShort((short) entry.name.length)
                .putShort((short) entry.extra.length)
                .putShort((short) entry.comment.length)
                .putInt(0)
                .putInt(entry.attributes)
                .putInt(offset + entry.offsetLie)
                .array());
        directory.writeBytes(entry.name);
        directory.writeBytes(entry.extra);
        directory.writeBytes(entry.comment);
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
