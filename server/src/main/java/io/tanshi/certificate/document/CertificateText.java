package io.tanshi.certificate.document;

import io.tanshi.certificate.CertificateNumber;
import io.tanshi.platform.paper.Portrait;
import io.tanshi.programme.Level;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one certificate says of its holder.
 *
 * @param name as registered
 * @param sex 男 or 女
 * @param maskedIdNumber four digits, stars, four digits
 * @param issue number and date; null on a proof
 * @param portrait the photo as it is printed
 */
public record CertificateText(
        String name,
        String sex,
        String maskedIdNumber,
        LocalDate examDate,
        Level level,
        Portrait portrait,
        @Nullable Issue issue) {

    /**
     * What only an issued certificate has.
     *
     * @param verifyUrl the address in the code square
     */
    public record Issue(CertificateNumber number, LocalDate date, String verifyUrl) {}
}
