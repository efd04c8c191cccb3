package io.tanshi.certificate.register;

import io.tanshi.certificate.Certificates;
import io.tanshi.results.ResultReleased;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Begins a certificate for every released result that was passed. */
@Component
class PassedResults {

    private final Certificates certificates;

    PassedResults(Certificates certificates) {
        this.certificates = certificates;
    }

    @ApplicationModuleListener
    void on(ResultReleased released) {
        if (released.passed()) {
            certificates.prepare(
                    released.personId(),
                    released.sittingId(),
                    released.level(),
                    released.resultId().value());
        }
    }
}
