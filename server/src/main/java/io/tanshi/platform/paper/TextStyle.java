package io.tanshi.platform.paper;

import java.awt.Color;

/**
 * How a line of text looks.
 *
 * @param size in design pixels
 * @param spacing extra space after each character, in parts of the size
 */
public record TextStyle(Face face, double size, double spacing, Color colour) {

    public static TextStyle regular(double size, Color colour) {
        return new TextStyle(Face.REGULAR, size, 0, colour);
    }

    public static TextStyle bold(double size, Color colour) {
        return new TextStyle(Face.BOLD, size, 0, colour);
    }

    public TextStyle scaled(double factor) {
        return new TextStyle(face, size * factor, spacing, colour);
    }

    public TextStyle spaced(double parts) {
        return new TextStyle(face, size, parts, colour);
    }
}
