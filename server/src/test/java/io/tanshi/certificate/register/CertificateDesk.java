package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.Certificates;
import io.tanshi.certificate.document.SamplePhoto;
import io.tanshi.files.Files;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.Level;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Lets tests of other packages have certificates without knowing how they come about. */
public final class CertificateDesk {

    private static final CurrentAccount FIRST = administrator("赵岑");
    private static final CurrentAccount SECOND = administrator("钱若川");

    private final ApplicationContext context;

    public CertificateDesk(ApplicationContext context) {
        this.context = context;
    }

    /** What an issued certificate shows to those who look it up. */
    public record Handed(CertificateId id, PersonId person, String number, String token, byte[] document) {}

    public Handed issue(String name, String idNumber, Level level) throws IOException {
        CertificateId id = check(name, idNumber, level);
        twice(id, Act.ISSUE, "合格");
        Certificate certificate =
                context.getBean(CertificateStore.class).find(id).orElseThrow();
        return new Handed(
                id,
                certificate.basis().person(),
                certificate.requireIssued().number().printed(),
                certificate.requireIssued().token(),
                context.getBean(CertificatePapers.class).pdf(certificate));
    }

    /** One whose proof the candidate has checked. */
    public CertificateId check(String name, String idNumber, Level level) throws IOException {
        PersonId person = person(name, idNumber);
        CertificateId id = prepare(person, level);
        context.getBean(CertificateOffice.class).checkProof(id, person, FIRST.actor());
        return id;
    }

    public CertificateId prepare(PersonId person, Level level) {
        return context.getBean(Certificates.class)
                .prepare(
                        person,
                        context.getBean(Sittings.class)
                                .findByCode("2026-12")
                                .orElseThrow()
                                .id(),
                        level,
                        UUID.randomUUID());
    }

    public PersonId person(String name, String idNumber) throws IOException {
        var photo = context.getBean(Files.class).store(new ByteArrayInputStream(SamplePhoto.jpeg()));
        return context.getBean(People.class).register(new PersonDetails(name, idNumber, "13800000000", photo.id()));
    }

    public void revoke(Handed certificate) {
        twice(certificate.id(), Act.REVOKE, "查实替考");
    }

    public void replace(Handed certificate) {
        twice(certificate.id(), Act.REPLACE, "姓名更正");
    }

    public String code(Handed certificate) {
        return context.getBean(CertificateOffice.class)
                .createCode(certificate.id(), certificate.person(), FIRST.actor())
                .code();
    }

    private void twice(CertificateId id, Act act, String reason) {
        TwoPersonDesk desk = context.getBean(TwoPersonDesk.class);
        desk.propose(id, act, reason, FIRST).orThrow();
        desk.confirm(id, act, SECOND).orThrow();
    }

    private static CurrentAccount administrator(String name) {
        return new CurrentAccount(AccountId.next(), name, Set.of(Role.ADMINISTRATOR), null, null);
    }
}
