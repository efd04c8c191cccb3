package io.tanshi.certificate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tanshi.audit.AuditReader;
import io.tanshi.certificate.CertificateError;
import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateIssued;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.Certificates;
import io.tanshi.certificate.document.SamplePhoto;
import io.tanshi.certificate.signature.SignatureCheck;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.ActiveProfiles;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@ActiveProfiles("demo")
final class CertificateModuleTest {

    private static final CurrentAccount FIRST = administrator("赵岑");
    private static final CurrentAccount SECOND = administrator("钱若川");

    @Autowired
    private Certificates certificates;

    @Autowired
    private CertificateOffice office;

    @Autowired
    private TwoPersonDesk desk;

    @Autowired
    private CertificateStore store;

    @Autowired
    private CertificatePapers papers;

    @Autowired
    private SigningDesk signing;

    @Autowired
    private HolderCodes codes;

    @Autowired
    private IssuedCertificates register;

    @Autowired
    private io.tanshi.enrolment.IssuedCertificates ownRegister;

    @Autowired
    private People people;

    @Autowired
    private Files files;

    @Autowired
    private Sittings sittings;

    @Autowired
    private AuditReader trail;

    @Autowired
    private Clock clock;

    @Test
    void aPassedSittingIsPreparedOnce() throws IOException {
        PersonId person = person("陆知秋", "320501199503100820", photo());
        CertificateId id = prepare(person, Level.SENIOR);

        assertThat(prepare(person, Level.SENIOR)).isEqualTo(id);
        assertThat(certificates.of(person)).hasSize(1);
        assertThat(certificates.of(person).getFirst().status()).isEqualTo(CertificateStatus.PREPARING);
    }

    @Test
    void twoPersonsIssueASignedNumberedCertificateThatTheRegisterFinds(AssertablePublishedEvents events)
            throws IOException {
        PersonId person = person("欧阳·明远", "110101199003074135", photo());
        CertificateId id = checked(person, Level.INTERMEDIATE);

        assertThat(desk.propose(id, Act.ISSUE, "合格", FIRST)).isEqualTo(Decision.accepted());
        assertThat(desk.confirm(id, Act.ISSUE, FIRST)).isInstanceOf(Decision.Refused.class);
        assertThat(desk.confirm(id, Act.ISSUE, SECOND)).isEqualTo(Decision.accepted());

        Certificate issued = store.find(id).orElseThrow();
        assertThat(issued.requireIssued().number().value()).startsWith("TS20262");
        assertThat(signing.checker().check(papers.pdf(issued))).isInstanceOf(SignatureCheck.Valid.class);
        assertThat(register.byNumber(issued.requireIssued().number())).isPresent();
        assertThat(register.byToken(issued.requireIssued().token())).isPresent();
        assertThat(register.byDocument(issued.requireIssued().sha256())).isPresent();
        assertThat(certificates.held(person, Level.INTERMEDIATE, LocalDate.now(clock)))
                .isTrue();
        assertThat(certificates.held(person, Level.JUNIOR, LocalDate.now(clock)))
                .isFalse();
        assertThat(ownRegister.issuedOn(person, Level.INTERMEDIATE)).contains(LocalDate.now(clock));
        assertThat(ownRegister.issuedOn(person, Level.JUNIOR)).isEmpty();
        assertThat(events)
                .contains(CertificateIssued.class)
                .matching(e -> e.certificateId().equals(id));
        assertThat(trail.read(new AuditReader.Query("certificate.", id.toString(), null, null, null), 0, 10)
                        .items())
                .extracting("action")
                .containsExactlyInAnyOrder(
                        "certificate.prepared",
                        "certificate.proof-checked",
                        "certificate.act-proposed",
                        "certificate.issued");
    }

    @Test
    void numbersOfOneYearAndLevelFollowEachOther() throws IOException {
        CertificateId one = issued(person("周一舟", "110101199203074113", photo()), Level.JUNIOR);
        CertificateId two = issued(person("周二舟", "110101199203074121", photo()), Level.JUNIOR);

        assertThat(sequence(two)).isEqualTo(sequence(one) + 1);
    }

    @Test
    void aRevocationNeedsTwoPersonsAndEnds() throws IOException {
        CertificateId id = issued(person("吴简", "110101198803074112", photo()), Level.SENIOR);

        desk.propose(id, Act.REVOKE, "查实替考", FIRST);
        assertThat(desk.confirm(id, Act.REVOKE, FIRST)).isInstanceOf(Decision.Refused.class);
        assertThat(desk.confirm(id, Act.REVOKE, SECOND)).isEqualTo(Decision.accepted());

        assertThat(store.find(id).orElseThrow().state().status()).isEqualTo(CertificateStatus.REVOKED);
        PersonId holder = store.find(id).orElseThrow().basis().person();
        assertThat(ownRegister.issuedOn(
                        holder, store.find(id).orElseThrow().basis().level()))
                .isEmpty();
        assertThat(store.history(id))
                .last()
                .satisfies(step -> assertThat(step.actor()).isEqualTo("赵岑、钱若川"))
                .satisfies(step -> assertThat(step.reason()).isEqualTo("查实替考"));
        assertThat(desk.propose(id, Act.REPLACE, "更正", FIRST)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void aReplacementIsANewCertificateWithTheCorrectedName() throws IOException {
        PersonId person = person("郑思源", "110101198803074139", photo());
        CertificateId old = issued(person, Level.JUNIOR);
        person("郑思远", "110101198803074139", null);

        desk.propose(old, Act.REPLACE, "姓名更正", FIRST);
        assertThat(desk.confirm(old, Act.REPLACE, SECOND)).isEqualTo(Decision.accepted());

        Certificate before = store.find(old).orElseThrow();
        Certificate after = store.find(
                        Objects.requireNonNull(before.state().succession().replacedBy()))
                .orElseThrow();
        assertThat(before.state().status()).isEqualTo(CertificateStatus.REPLACED);
        assertThat(before.state().holder().name()).isEqualTo("郑思源");
        assertThat(after.state().status()).isEqualTo(CertificateStatus.VALID);
        assertThat(after.state().holder().name()).isEqualTo("郑思远");
        assertThat(after.requireIssued().number())
                .isNotEqualTo(before.requireIssued().number());
    }

    @Test
    void aNameThatNoFontDrawsIsAnObstacleAndNotABox() throws IOException {
        PersonId person = person("王𠀀", "110101198803074155", photo());
        CertificateId id = prepare(person, Level.JUNIOR);

        assertThat(store.find(id).orElseThrow().state().obstacle()).contains("U+20000");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> office.checkProof(id, person, FIRST.actor()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(CertificateError.OBSTACLE));
    }

    @Test
    void aMissingPhotoIsAnObstacleUntilTheDataAreTakenAnew() throws IOException {
        PersonId person = person("孙未央", "110101198803074171", null);
        CertificateId id = prepare(person, Level.JUNIOR);
        assertThat(store.find(id).orElseThrow().state().obstacle()).isEqualTo("没有证件照");

        person("孙未央", "110101198803074171", photo());
        office.renew(id, FIRST.actor());

        assertThat(store.find(id).orElseThrow().state().obstacle()).isNull();
    }

    @Test
    void anotherPersonsCertificateDoesNotExist() throws IOException {
        CertificateId id = prepare(person("李砚", "110101198803074198", photo()), Level.JUNIOR);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> office.checkProof(id, PersonId.next(), FIRST.actor()));
    }

    @Test
    void aHoldersCodeOpensUntilItIsStopped() throws IOException {
        PersonId person = person("高放", "110101198803074219", photo());
        CertificateId id = issued(person, Level.JUNIOR);
        HolderCodes.HolderCode code = office.createCode(id, person, FIRST.actor());

        assertThat(code.code()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(register.byCode(" " + code.code().toLowerCase(Locale.ROOT).replace("-", " ")))
                .isPresent();
        office.stopCode(id, code.id(), FIRST.actor());
        assertThat(register.byCode(code.code())).isEmpty();
        assertThat(codes.of(id)).isEmpty();
    }

    private int sequence(CertificateId id) {
        return Integer.parseInt(
                store.find(id).orElseThrow().requireIssued().number().value().substring(7, 13));
    }

    private CertificateId issued(PersonId person, Level level) {
        CertificateId id = checked(person, level);
        desk.propose(id, Act.ISSUE, "合格", FIRST);
        assertThat(desk.confirm(id, Act.ISSUE, SECOND)).isEqualTo(Decision.accepted());
        return id;
    }

    private CertificateId checked(PersonId person, Level level) {
        CertificateId id = prepare(person, level);
        office.checkProof(id, person, FIRST.actor());
        return id;
    }

    private CertificateId prepare(PersonId person, Level level) {
        SittingId sitting = sittings.findByCode("2026-12").orElseThrow().id();
        return certificates.prepare(person, sitting, level, UUID.randomUUID());
    }

    private PersonId person(String name, String idNumber, @Nullable FileId photo) {
        return people.register(new PersonDetails(name, idNumber, "13800000000", photo));
    }

    private FileId photo() throws IOException {
        return files.store(new ByteArrayInputStream(SamplePhoto.jpeg())).id();
    }

    private static CurrentAccount administrator(String name) {
        return new CurrentAccount(AccountId.next(), name, Set.of(Role.ADMINISTRATOR), null, null);
    }
}
