package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateIssued;
import io.tanshi.certificate.CertificateNumber;
import io.tanshi.certificate.document.CertificateText;
import io.tanshi.certificate.signature.PdfSigner;
import io.tanshi.certificate.signature.SigningKey;
import io.tanshi.files.Files;
import io.tanshi.files.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a certificate its number and its signed document. Runs in the transaction of the second person's act. */
@Component
class Issuing {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final CertificateStore store;
    private final Drafting drafting;
    private final Files files;
    private final CertificateSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Issuing(
            CertificateStore store,
            Drafting drafting,
            Files files,
            CertificateSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.drafting = drafting;
        this.files = files;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    void issue(Certificate certificate, SigningKey key, Certificate.By by) {
        issue(certificate, key, by, validUntil(LocalDate.ofInstant(by.at(), clock.getZone())));
    }

    /** @param validUntil the last day of validity; null: unlimited */
    void issue(Certificate certificate, SigningKey key, Certificate.By by, @Nullable LocalDate validUntil) {
        LocalDate today = LocalDate.ofInstant(by.at(), clock.getZone());
        CertificateNumber number = CertificateNumber.of(
                today.getYear(),
                certificate.basis().level(),
                store.nextInSequence(today.getYear(), certificate.basis().level()));
        String token = newToken();
        byte[] printed =
                drafting.print(certificate, new CertificateText.Issue(number, today, settings.verifyUrl(token)));
        StoredFile file = keep(new PdfSigner(key).sign(printed, by.at(), "签发证书 " + number.value()));
        certificate.issue(new Issued(number, token, today, validUntil, file.id(), file.sha256()), by);
        events.publishEvent(new CertificateIssued(
                certificate.basis().id(), certificate.basis().person(), by.at()));
    }

    private StoredFile keep(byte[] document) {
        try {
            return files.store(new ByteArrayInputStream(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable LocalDate validUntil(LocalDate today) {
        return settings.validityYears() == 0
                ? null
                : today.plusYears(settings.validityYears()).minusDays(1);
    }

    /** 128 bits, which nobody guesses. */
    private static String newToken() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
