package io.tanshi.certificate.register;

import static io.tanshi.certificate.jooq.Tables.HOLDER_CODE;
import static io.tanshi.certificate.jooq.Tables.REGISTER_ENTRY;

import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.jooq.tables.records.RegisterEntryRecord;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.register.HeldFile;
import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonMerged;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The certificates of a person: in force they stay; a number that is no longer in force may lose its name. */
@Component
@Order(5)
class CertificateHolder implements PersonalDataHolder {

    private static final Holder NOBODY = new Holder("已删除", "", "", null);

    private final DSLContext db;
    private final CertificateStore store;
    private final CertificateRows rows;
    private final Sittings sittings;
    private final Files files;
    private final Clock clock;

    CertificateHolder(
            DSLContext db, CertificateStore store, CertificateRows rows, Sittings sittings, Files files, Clock clock) {
        this.db = db;
        this.store = store;
        this.rows = rows;
        this.sittings = sittings;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Holding> holdings(PersonId person) {
        return store.ofPerson(person).stream().map(this::holding).toList();
    }

    private Holding holding(Certificate certificate) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("证书上的姓名", certificate.state().holder().name());
        Issued issued = certificate.state().issued();
        if (issued != null) {
            facts.put("证书编号", issued.number().value());
            facts.put("发证日期", issued.on().toString());
            facts.put("有效期至", issued.validUntil().toString());
        }
        return new Holding("证书", title(certificate), certificate.state().status().label(), facts);
    }

    private String title(Certificate certificate) {
        String sitting = sittings.find(certificate.basis().sitting())
                .map(Sitting::name)
                .orElse("较早考期");
        return sitting + " " + certificate.basis().level().label();
    }

    @Override
    public List<HeldFile> files(PersonId person) {
        return store.ofPerson(person).stream()
                .filter(certificate -> certificate.state().issued() != null)
                .filter(certificate -> !certificate.state().holder().equals(NOBODY))
                .map(certificate -> {
                    Issued issued = java.util.Objects.requireNonNull(
                            certificate.state().issued());
                    return new HeldFile("证书-" + issued.number().value(), issued.file());
                })
                .toList();
    }

    private record Once(String sitting, Level level) {}

    @Override
    public List<String> conflicts(PersonId from, PersonId into) {
        Set<Once> both = new HashSet<>(once(from));
        both.retainAll(once(into));
        return both.isEmpty() ? List.of() : List.of("两人在同一考期、同一级别都有证书，须先撤销其中一份并由发证机构核实。");
    }

    private Set<Once> once(PersonId person) {
        Set<Once> all = new HashSet<>();
        store.ofPerson(person)
                .forEach(certificate -> all.add(new Once(
                        certificate.basis().sitting().toString(),
                        certificate.basis().level())));
        return all;
    }

    @Override
    public List<String> obstacles(PersonId person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return store.ofPerson(person).stream()
                .filter(certificate -> stands(certificate, today))
                .map(certificate -> title(certificate) + "的证书"
                        + (certificate.state().status().isIssued() ? "还在有效期内。" : "正在办理。"))
                .toList();
    }

    private static boolean stands(Certificate certificate, LocalDate today) {
        CertificateStatus status = certificate.state().status();
        Issued issued = certificate.state().issued();
        return !status.isIssued()
                || (status == CertificateStatus.VALID
                        && issued != null
                        && !issued.validUntil().isBefore(today));
    }

    @Override
    public void erase(PersonId person) {
        for (RegisterEntryRecord row : db.selectFrom(REGISTER_ENTRY)
                .where(REGISTER_ENTRY.PERSON_ID.eq(person.value()))
                .forUpdate()
                .fetch()) {
            row.setHolderCipher(rows.sealed(row.getId(), NOBODY));
            row.update();
            if (row.getFileId() != null) {
                files.delete(new FileId(row.getFileId()));
            }
            db.deleteFrom(HOLDER_CODE)
                    .where(HOLDER_CODE.CERTIFICATE_ID.eq(row.getId()))
                    .execute();
        }
    }

    @ApplicationModuleListener
    void on(PersonMerged merged) {
        db.update(REGISTER_ENTRY)
                .set(REGISTER_ENTRY.PERSON_ID, merged.into().value())
                .where(REGISTER_ENTRY.PERSON_ID.eq(merged.from().value()))
                .execute();
    }
}
