package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateNumber;
import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.jooq.tables.records.RegisterEntryRecord;
import io.tanshi.files.FileId;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.platform.DataKeys;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns certificates into rows and back; the holder is encrypted on the way. */
@Component
class CertificateRows {

    private static final String PURPOSE = "certificate-holder";

    private final DataKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    CertificateRows(DataKeys keys, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    Certificate read(RegisterEntryRecord row) {
        var basis = new Certificate.Basis(
                new CertificateId(row.getId()),
                new PersonId(row.getPersonId()),
                new SittingId(row.getSittingId()),
                Level.valueOf(row.getLevel()),
                row.getResultId());
        var succession =
                new Certificate.Succession(id(row.getReplaces()), row.getReplacedFor(), id(row.getReplacedBy()));
        return new Certificate(
                basis,
                new Certificate.State(
                        CertificateStatus.valueOf(row.getStatus()),
                        holder(row),
                        row.getObstacle(),
                        row.getObjection(),
                        row.getProofCheckedAt() == null
                                ? null
                                : row.getProofCheckedAt().toInstant(),
                        proposal(row),
                        issued(row),
                        succession));
    }

    RegisterEntryRecord write(RegisterEntryRecord row, Certificate certificate) {
        Certificate.Basis basis = certificate.basis();
        Certificate.State state = certificate.state();
        row.setId(basis.id().value());
        row.setPersonId(basis.person().value());
        row.setSittingId(basis.sitting().value());
        row.setLevel(basis.level().name());
        row.setResultId(basis.result());
        row.setStatus(state.status().name());
        row.setHolderCipher(sealed(basis.id().value(), state.holder()));
        row.setObstacle(state.obstacle());
        row.setObjection(state.objection());
        row.setProofCheckedAt(state.proofCheckedAt() == null ? null : moment(state.proofCheckedAt()));
        row.setReplaces(value(state.succession().replaces()));
        row.setReplacedFor(state.succession().reason());
        row.setReplacedBy(value(state.succession().replacedBy()));
        writeProposal(row, state.proposal());
        writeIssued(row, state.issued());
        return row;
    }

    String sealed(UUID certificate, Holder holder) {
        return keys.encryptText(PURPOSE, json.writeValueAsString(holder), certificate.toString());
    }

    private static @Nullable Proposal proposal(RegisterEntryRecord row) {
        return row.getProposedAct() == null
                ? null
                : new Proposal(
                        Act.valueOf(row.getProposedAct()),
                        new AccountId(row.getProposedBy()),
                        row.getProposedByLabel(),
                        row.getProposedAt().toInstant(),
                        row.getProposedReason());
    }

    private void writeProposal(RegisterEntryRecord row, @Nullable Proposal proposal) {
        row.setProposedAct(proposal == null ? null : proposal.act().name());
        row.setProposedBy(proposal == null ? null : proposal.by().value());
        row.setProposedByLabel(proposal == null ? null : proposal.byLabel());
        row.setProposedAt(proposal == null ? null : moment(proposal.at()));
        row.setProposedReason(proposal == null ? null : proposal.reason());
    }

    private static @Nullable Issued issued(RegisterEntryRecord row) {
        return row.getNumber() == null
                ? null
                : new Issued(
                        new CertificateNumber(row.getNumber()),
                        row.getToken(),
                        row.getIssuedOn(),
                        row.getValidUntil(),
                        new FileId(row.getFileId()),
                        row.getFileSha256());
    }

    private static void writeIssued(RegisterEntryRecord row, @Nullable Issued issued) {
        if (issued == null) {
            return;
        }
        row.setNumber(issued.number().value());
        row.setToken(issued.token());
        row.setIssuedOn(issued.on());
        row.setValidUntil(issued.validUntil());
        row.setFileId(issued.file().value());
        row.setFileSha256(issued.sha256());
    }

    private Holder holder(RegisterEntryRecord row) {
        String text =
                keys.decryptText(PURPOSE, row.getHolderCipher(), row.getId().toString());
        return json.readValue(text, Holder.class);
    }

    OffsetDateTime moment(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static @Nullable CertificateId id(@Nullable UUID value) {
        return value == null ? null : new CertificateId(value);
    }

    private static @Nullable UUID value(@Nullable CertificateId id) {
        return id == null ? null : id.value();
    }
}
