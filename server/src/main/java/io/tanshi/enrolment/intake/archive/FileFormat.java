package io.tanshi.enrolment.intake.archive;

import java.nio.charset.StandardCharsets;

/** What a file is by its first bytes, whatever its name says. */
public enum FileFormat {
    EMPTY,
    ZIP,
    RAR,
    SEVEN_ZIP,
    /** Office 97, and also an encrypted workbook of today. */
    OLE2,
    JPEG,
    PNG,
    GIF,
    BMP,
    TIFF,
    WEBP,
    HEIC,
    PDF,
    UNKNOWN;

    /** How many bytes {@link #of} wants to see. */
    public static final int HEAD = 16;

    /** The format that begins like this. */
    public static FileFormat of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        return start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006") ? ZIP : other(start);
    }

    public boolean isImage() {
        return switch (this) {
            case JPEG, PNG, GIF, BMP, TIFF, WEBP, HEIC -> true;
            default -> false;
        };
    }

    private static FileFormat other(String start) {
        if (start.startsWith("\u0089PNG")) {
            return PNG;
        }
        if (start.startsWith("%PDF-")) {
            return PDF;
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE2;
        }
        if (start.startsWith("Rar!")) {
            return RAR;
        }
        if (start.startsWith("7z\u00BC\u00AF")) {
            return SEVEN_ZIP;
        }
        return rareImage(start);
    }

    private static FileFormat rareImage(String start) {
        if (start.startsWith("GIF8")) {
            return GIF;
        }
        if (start.startsWith("BM")) {
            return BMP;
        }
        if (start.startsWith("II*\u0000") || start.startsWith("MM\u0000*")) {
            return TIFF;
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        return start.startsWith("ftyp", 4) ? HEIC : UNKNOWN;
    }
}
