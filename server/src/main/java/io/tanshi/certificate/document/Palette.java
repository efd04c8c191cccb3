package io.tanshi.certificate.document;

import java.awt.Color;

/** The colours of the house that paper carries. */
final class Palette {

    static final Color SHEET = new Color(0xFCFBF6);
    static final Color INK = new Color(0x17211C);
    static final Color INK_2 = new Color(0x4A554F);
    static final Color INK_3 = new Color(0x626D66);
    static final Color PINE = new Color(0x12573F);
    static final Color PINE_DEEP = new Color(0x0C4230);
    static final Color SEAL = new Color(0xC23A2B);

    private Palette() {}
}
