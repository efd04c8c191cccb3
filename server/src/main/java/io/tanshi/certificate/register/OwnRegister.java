package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateStatus;
import io.tanshi.enrolment.IssuedCertificates;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the enrolment's question about an earlier certificate from our own register. */
@Component
class OwnRegister implements IssuedCertificates {

    private final CertificateStore store;
    private final Clock clock;

    OwnRegister(CertificateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A replacement goes on from the certificate it replaced: held since the first of them. */
    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> issuedOn(PersonId person, Level level) {
        List<Certificate> ofLevel = store.ofPerson(person).stream()
                .filter(certificate -> certificate.basis().level() == level)
                .filter(certificate -> certificate.state().issued() != null)
                .toList();
        LocalDate today = LocalDate.now(clock);
        if (ofLevel.stream().noneMatch(certificate -> certificate.statusOn(today) == CertificateStatus.VALID)) {
            return Optional.empty();
        }
        return ofLevel.stream()
                .filter(certificate -> certificate.statusOn(today) == CertificateStatus.VALID
                        || certificate.statusOn(today) == CertificateStatus.REPLACED)
                .map(certificate -> certificate.requireIssued().on())
                .min(Comparator.naturalOrder());
    }
}
