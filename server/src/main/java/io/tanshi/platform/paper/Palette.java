package io.tanshi.platform.paper;

import java.awt.Color;

/** The colours of the house that paper carries. */
public final class Palette {

    public static final Color SHEET = new Color(0xFCFBF6);
    public static final Color INK = new Color(0x17211C);
    public static final Color INK_2 = new Color(0x4A554F);
    public static final Color INK_3 = new Color(0x626D66);
    public static final Color PINE = new Color(0x12573F);
    public static final Color PINE_DEEP = new Color(0x0C4230);
    public static final Color SEAL = new Color(0xC23A2B);

    private Palette() {}
}
