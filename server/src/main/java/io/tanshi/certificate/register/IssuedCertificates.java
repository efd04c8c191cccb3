package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateNumber;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the register says of issued certificates; those in preparation do not exist here. */
@Component
public class IssuedCertificates {

    /**
     * One certificate as of today.
     *
     * @param validUntil null: unlimited
     * @param correction whether it replaced an earlier one whose data were wrong
     */
    public record IssuedCertificate(
            CertificateId id,
            SittingId sitting,
            Level level,
            CertificateStatus status,
            CertificateNumber number,
            LocalDate on,
            @Nullable LocalDate validUntil,
            Holder holder,
            boolean correction) {}

    private final CertificateStore store;
    private final HolderCodes codes;
    private final Clock clock;

    IssuedCertificates(CertificateStore store, HolderCodes codes, Clock clock) {
        this.store = store;
        this.codes = codes;
        this.clock = clock;
    }

    public Optional<IssuedCertificate> byNumber(CertificateNumber number) {
        return store.findByNumber(number).flatMap(this::issued);
    }

    /** By the word in the code square. */
    public Optional<IssuedCertificate> byToken(String token) {
        return store.findByToken(token).flatMap(this::issued);
    }

    /** By a code that the holder has given away and not stopped. */
    public Optional<IssuedCertificate> byCode(String code) {
        return codes.opening(code).flatMap(store::find).flatMap(this::issued);
    }

    /** By the signed document itself. */
    public Optional<IssuedCertificate> byDocument(String sha256) {
        return store.findByDocument(sha256).flatMap(this::issued);
    }

    /** Newest first. */
    public List<IssuedCertificate> ofPerson(PersonId person) {
        return store.ofPerson(person).stream().flatMap(c -> issued(c).stream()).toList();
    }

    /** The sittings that certificates were issued for. */
    public List<SittingId> sittings() {
        return store.sittingsWithIssued();
    }

    private Optional<IssuedCertificate> issued(Certificate certificate) {
        Issued issued = certificate.state().issued();
        if (issued == null) {
            return Optional.empty();
        }
        return Optional.of(new IssuedCertificate(
                certificate.basis().id(),
                certificate.basis().sitting(),
                certificate.basis().level(),
                certificate.statusOn(LocalDate.now(clock)),
                issued.number(),
                issued.on(),
                issued.validUntil(),
                certificate.state().holder(),
                certificate.state().succession().replaces() != null));
    }
}
