package io.tanshi.enrolment.intake.form;

import java.nio.charset.StandardCharsets;

/** Tells an encrypted workbook of today from a workbook of 1997: both are OLE2 containers. */
final class Ole2 {

    /** How much of the file is searched for the stream's name. */
    static final int ENOUGH = 1 << 20;

    private static final String STREAM =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    private Ole2() {}

    static boolean isEncryptedWorkbook(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).contains(STREAM);
    }
}
