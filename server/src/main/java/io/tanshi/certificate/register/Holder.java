package io.tanshi.certificate.register;

import io.tanshi.files.FileId;
import org.jspecify.annotations.Nullable;

/**
 * The holder as printed. A snapshot: a later change in the register of persons does not alter a certificate.
 *
 * @param photo null when the person has none yet, which is an obstacle to printing
 */
public record Holder(
        String name,
        String sex,
        String maskedIdNumber,
        @Nullable FileId photo) {

    @Override
    public String toString() {
        return "Holder[protected]";
    }
}
