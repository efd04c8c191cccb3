package io.tanshi.enrolment.intake.photo;

import java.util.List;

/**
 * What a look at one photo gave.
 *
 * @param faults blocking
 * @param turned whether the EXIF note turns the picture
 * @param borderlineBlue whether a person should look at the background
 * @param blurred whether a person should look at how sharp it is
 */
public record PhotoReport(List<PhotoFault> faults, boolean turned, boolean borderlineBlue, boolean blurred) {
    public PhotoReport {
        faults = List.copyOf(faults);
    }

    static PhotoReport of(PhotoFault fault) {
        return new PhotoReport(List.of(fault), false, false, false);
    }
}
