package io.tanshi.enrolment.intake.making;

import java.awt.Color;

/**
 * What a drawn photo looks like.
 *
 * @param face chooses the features; the same face and style give the same bytes
 * @param background behind the head
 * @param defect how the file is spoilt
 */
record PhotoStyle(long face, Color background, Defect defect) {

    enum Defect {
        NONE,
        EMPTY,
        BROKEN,
        CUT_OFF,
        HUGE,
        PNG,
        SMALL,
        SQUARE,
        TURNED
    }

    PhotoStyle on(Color other) {
        return new PhotoStyle(face, other, defect);
    }

    PhotoStyle spoilt(Defect other) {
        return new PhotoStyle(face, background, other);
    }
}
