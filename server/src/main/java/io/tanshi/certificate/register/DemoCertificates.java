package io.tanshi.certificate.register;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.signature.SigningKey;
import io.tanshi.files.Files;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.PersonId;
import io.tanshi.platform.StartStep;
import io.tanshi.programme.Level;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One certificate in each state that the public can meet, all of fictional holders of a past sitting. */
@Component
@Profile("demo")
@Order(StartStep.CERTIFICATE)
class DemoCertificates implements StartStep {

    private static final Instant CHECKED = Instant.parse("2026-06-18T03:12:00Z");
    private static final Instant ISSUED = Instant.parse("2026-06-26T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-09-15T06:40:00Z");
    private static final String BOTH = "赵岑、钱若川";

    private final CertificateStore store;
    private final Issuing issuing;
    private final Drafting drafting;
    private final SigningDesk signing;
    private final People people;
    private final Files files;
    private final Seeding seeding;

    /** What only the beginning needs. */
    @Component
    @Profile("demo")
    record Seeding(Sittings sittings, AuditTrail trail) {}

    DemoCertificates(
            CertificateStore store,
            Issuing issuing,
            Drafting drafting,
            SigningDesk signing,
            People people,
            Files files,
            Seeding seeding) {
        this.store = store;
        this.issuing = issuing;
        this.drafting = drafting;
        this.signing = signing;
        this.people = people;
        this.files = files;
        this.seeding = seeding;
    }

    @Override
    @Transactional
    public void run() {
        Optional<Sitting> april = seeding.sittings().findByCode("2026-04");
        Optional<SigningKey> key = signing.key();
        if (april.isEmpty() || key.isEmpty() || !store.counts().isEmpty()) {
            return;
        }
        SittingId sitting = april.get().id();
        issue(person("陆知秋", "320502199408150826", 1), sitting, Level.INTERMEDIATE, key.get(), null);
        Certificate revoked = issue(person("程越", "330102199004121017", 2), sitting, Level.SENIOR, key.get(), null);
        revoked.revoke(new Certificate.By(BOTH, LATER, "查实他人代考"));
        keep(revoked, "certificate.revoked");
        Certificate replaced = issue(person("沈亦澜", "330203198811031023", 3), sitting, Level.JUNIOR, key.get(), null);
        replace(replaced, key.get());
        issue(person("许归舟", "330103199207151036", 4), sitting, Level.JUNIOR, key.get(), LocalDate.of(2026, 11, 30));
    }

    private Certificate issue(
            PersonId person, SittingId sitting, Level level, SigningKey key, @Nullable LocalDate validUntil) {
        Drafting.Draft draft = drafting.draft(person);
        var basis = new Certificate.Basis(CertificateId.next(), person, sitting, level, UUID.randomUUID());
        Certificate certificate = Certificate.prepared(basis, draft.holder(), draft.obstacle());
        certificate.checkProof(new Certificate.By("考生本人", CHECKED, null)).orThrow();
        issuing.issue(certificate, key, new Certificate.By(BOTH, ISSUED, "成绩合格，校样已核对"), validUntil);
        store.add(certificate);
        record(certificate, "certificate.issued");
        return store.find(basis.id()).orElseThrow();
    }

    private void replace(Certificate old, SigningKey key) {
        CertificateId id = CertificateId.next();
        Certificate.By by = new Certificate.By(BOTH, LATER, "照片更正");
        Certificate successor = Certificate.successorOf(old, id, old.state().holder(), null, "照片更正");
        issuing.issue(successor, key, by, null);
        store.add(successor);
        old.replaceBy(id, by);
        keep(old, "certificate.replaced");
    }

    private void keep(Certificate certificate, String action) {
        store.save(certificate);
        record(certificate, action);
    }

    private void record(Certificate certificate, String action) {
        seeding.trail()
                .record(
                        Actor.system("demo-data"),
                        action,
                        "certificate",
                        certificate.basis().id(),
                        Map.of());
    }

    private PersonId person(String name, String idNumber, int portrait) {
        try (InputStream photo =
                new ClassPathResource("certificate/demo/portrait-" + portrait + ".jpg").getInputStream()) {
            return people.register(new PersonDetails(
                    name, idNumber, "1380000000" + portrait, files.store(photo).id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
