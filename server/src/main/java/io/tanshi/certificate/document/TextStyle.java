package io.tanshi.certificate.document;

import java.awt.Color;

/**
 * How a line of text looks.
 *
 * @param size in design pixels
 * @param spacing extra space after each character, in parts of the size
 */
record TextStyle(Face face, double size, double spacing, Color colour) {

    static TextStyle regular(double size, Color colour) {
        return new TextStyle(Face.REGULAR, size, 0, colour);
    }

    static TextStyle bold(double size, Color colour) {
        return new TextStyle(Face.BOLD, size, 0, colour);
    }

    TextStyle scaled(double factor) {
        return new TextStyle(face, size * factor, spacing, colour);
    }

    TextStyle spaced(double parts) {
        return new TextStyle(face, size, parts, colour);
    }
}
