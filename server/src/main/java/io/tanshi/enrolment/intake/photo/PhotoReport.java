package io.tanshi.enrolment.intake.photo;

import java.util.List;

/**
 * What a look at one photo gave.
 *
 * @param faults blocking
 * @param turned whether the EXIF note turns the picture
 * @param borderlineBlue whether a person should look at the background
 */
public record PhotoReport(List<PhotoFault> faults, boolean turned, boolean borderlineBlue) {
    public PhotoReport {
        faults = List.copyOf(faults);
    }

    static PhotoReport of(PhotoFault fault) {
        return new PhotoReport(List.of(fault), false, false);
    }
}
