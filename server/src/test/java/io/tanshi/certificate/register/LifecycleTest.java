package io.tanshi.certificate.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.certificate.CertificateError;
import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateNumber;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.register.Lifecycle.Verb;
import io.tanshi.files.FileId;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LifecycleTest {

    private static final Instant NOW = Instant.parse("2027-03-01T02:00:00Z");
    private static final Holder HOLDER = new Holder("陆知秋", "女", "3205**********0826", FileId.next());
    private static final AccountId FIRST = AccountId.next();
    private static final AccountId SECOND = AccountId.next();

    @Test
    void aCertificateIsIssuedOnlyAfterTheCandidateHasCheckedTheProof() {
        Certificate certificate = prepared(null);

        assertRefused(certificate.propose(proposal(Act.ISSUE, FIRST)), CertificateError.WRONG_STATUS);
        assertThat(certificate.checkProof(by())).isEqualTo(Decision.accepted());
        assertThat(certificate.propose(proposal(Act.ISSUE, FIRST))).isEqualTo(Decision.accepted());
    }

    @Test
    void onePersonAloneIssuesNothing() {
        Certificate certificate = checked();
        certificate.propose(proposal(Act.ISSUE, FIRST));

        assertRefused(certificate.confirmable(Act.ISSUE, proposal(Act.ISSUE, FIRST)), CertificateError.SAME_PERSON);
        assertThat(certificate.confirmable(Act.ISSUE, proposal(Act.ISSUE, SECOND)))
                .isEqualTo(Decision.accepted());
    }

    @Test
    void whatNobodyProposedIsNotConfirmed() {
        Certificate certificate = issued(null);
        certificate.propose(proposal(Act.REPLACE, FIRST));

        assertRefused(certificate.confirmable(Act.REVOKE, proposal(Act.REVOKE, SECOND)), CertificateError.NOT_PROPOSED);
    }

    @Test
    void aSecondProposalWaitsForTheFirst() {
        Certificate certificate = issued(null);
        certificate.propose(proposal(Act.REVOKE, FIRST));

        assertRefused(certificate.propose(proposal(Act.REPLACE, SECOND)), CertificateError.ALREADY_PROPOSED);
        assertThat(certificate.withdrawProposal()).isEqualTo(Decision.accepted());
        assertThat(certificate.propose(proposal(Act.REPLACE, SECOND))).isEqualTo(Decision.accepted());
    }

    @Test
    void anObstacleStopsTheProofAndTheIssue() {
        assertRefused(prepared("没有证件照").checkProof(by()), CertificateError.OBSTACLE);
    }

    @Test
    void anObjectionTakesTheCheckAndTheProposalBack() {
        Certificate certificate = checked();
        certificate.propose(proposal(Act.ISSUE, FIRST));
        certificate.object(new Certificate.By("考生本人", NOW, "姓名应为陆知秋"));

        assertThat(certificate.state().status()).isEqualTo(CertificateStatus.PREPARING);
        assertThat(certificate.state().proposal()).isNull();
        assertThat(certificate.state().proofCheckedAt()).isNull();
        assertThat(certificate.state().objection()).isEqualTo("姓名应为陆知秋");
    }

    @Test
    void whatIsRevokedOrReplacedStaysSo() {
        for (CertificateStatus end : new CertificateStatus[] {CertificateStatus.REVOKED, CertificateStatus.REPLACED}) {
            assertThat(Arrays.stream(Verb.values()).flatMap(v -> Lifecycle.after(end, v).stream()))
                    .isEmpty();
        }
    }

    @Test
    void aCertificateExpiresTheDayAfterItsLastDay() {
        Certificate certificate = issued(LocalDate.of(2030, 3, 1));

        assertThat(certificate.statusOn(LocalDate.of(2030, 3, 1))).isEqualTo(CertificateStatus.VALID);
        assertThat(certificate.statusOn(LocalDate.of(2030, 3, 2))).isEqualTo(CertificateStatus.EXPIRED);
        assertThat(issued(null).statusOn(LocalDate.of(2099, 1, 1))).isEqualTo(CertificateStatus.VALID);
    }

    @Test
    void everyMoveIsKeptAsAStep() {
        Certificate certificate = issued(null);
        certificate.propose(proposal(Act.REVOKE, FIRST));
        certificate.revoke(by());

        assertThat(certificate.steps())
                .extracting(Certificate.Step::verb)
                .containsExactly(Verb.CHECK_PROOF, Verb.ISSUE, Verb.REVOKE);
    }

    private static Certificate prepared(@Nullable String obstacle) {
        var basis = new Certificate.Basis(
                CertificateId.next(), PersonId.next(), SittingId.next(), Level.INTERMEDIATE, UUID.randomUUID());
        return Certificate.prepared(basis, HOLDER, obstacle);
    }

    private static Certificate checked() {
        Certificate certificate = prepared(null);
        certificate.checkProof(by());
        return certificate;
    }

    private static Certificate issued(@Nullable LocalDate validUntil) {
        Certificate certificate = checked();
        certificate.issue(
                new Issued(
                        CertificateNumber.of(2027, Level.INTERMEDIATE, 1),
                        "token",
                        LocalDate.of(2027, 3, 1),
                        validUntil,
                        FileId.next(),
                        "00"),
                by());
        return certificate;
    }

    private static Proposal proposal(Act act, AccountId by) {
        return new Proposal(act, by, "赵岑", NOW, "原因");
    }

    private static Certificate.By by() {
        return new Certificate.By("赵岑", NOW, null);
    }

    private static void assertRefused(Decision decision, CertificateError code) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
