package io.tanshi.certificate.lookup;

import io.tanshi.certificate.CertificateNumber;
import io.tanshi.certificate.register.IssuedCertificates;
import io.tanshi.certificate.register.IssuedCertificates.IssuedCertificate;
import io.tanshi.identity.people.People;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers whether a certificate exists. What does not match, what does not exist and what is not yet open to the public
 * get one and the same answer.
 */
@Service
class Lookup {

    /** The sittings that can be looked up today, first and last. */
    record Span(Sitting first, Sitting last) {}

    private final IssuedCertificates register;
    private final People people;
    private final Sittings sittings;
    private final Clock clock;

    Lookup(IssuedCertificates register, People people, Sittings sittings, Clock clock) {
        this.register = register;
        this.people = people;
        this.sittings = sittings;
        this.clock = clock;
    }

    /** What is found, the certificate to show first at the head; empty when nothing is. */
    @Transactional(readOnly = true)
    public List<IssuedCertificate> answer(Question question) {
        return found(question).stream()
                .filter(c -> isOpen(sittings.get(c.sitting())))
                .toList();
    }

    private List<IssuedCertificate> found(Question question) {
        return switch (question.way()) {
            case NUMBER -> byNumber(question);
            case ID_NUMBER ->
                people.findByIdNumber(question.idNumber()).map(register::ofPerson).orElse(List.of()).stream()
                        .filter(c -> question.names(c.holder().name()))
                        .sorted(Comparator.comparing(IssuedCertificate::status))
                        .toList();
            case TOKEN -> register.byToken(question.key()).stream().toList();
            case CODE -> register.byCode(question.key()).stream().toList();
            case FILE -> List.of();
        };
    }

    private List<IssuedCertificate> byNumber(Question question) {
        Optional<CertificateNumber> number = question.number();
        return number
                .flatMap(register::byNumber)
                .filter(c -> question.names(c.holder().name()))
                .stream()
                .toList();
    }

    private boolean isOpen(Sitting sitting) {
        return !LocalDate.now(clock).isBefore(sitting.timetable().lookupFrom());
    }

    /** Which sittings can be found; empty while none can. */
    @Transactional(readOnly = true)
    public Optional<Span> span() {
        List<Sitting> open = register.sittings().stream()
                .map(sittings::get)
                .filter(this::isOpen)
                .sorted(Comparator.comparing(Sitting::examDate))
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new Span(open.getFirst(), open.getLast()));
    }
}
