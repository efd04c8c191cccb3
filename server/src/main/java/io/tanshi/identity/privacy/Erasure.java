package io.tanshi.identity.privacy;

import static io.tanshi.identity.jooq.Tables.ERASURE;
import static io.tanshi.identity.jooq.Tables.PERSON;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.jooq.tables.records.ErasureRecord;
import io.tanshi.identity.register.PersonAnonymised;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.vault.Aliases;
import io.tanshi.identity.vault.PersonCipher;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erasing one person's data takes two administrators, and waits while something is running or in force. */
@Service
class Erasure {

    private final DSLContext db;
    private final Aliases aliases;
    private final PersonCipher cipher;
    private final PersonEraser eraser;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    Erasure(
            DSLContext db,
            Aliases aliases,
            PersonCipher cipher,
            PersonEraser eraser,
            ObjectProvider<PersonalDataHolder> holders,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.db = db;
        this.aliases = aliases;
        this.cipher = cipher;
        this.eraser = eraser;
        this.holders = holders;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** One proposal that waits for a second person. */
    record Proposal(UUID id, PersonId person, String reason, UUID by, String byLabel, OffsetDateTime at) {

        @Override
        public String toString() {
            return "Proposal[" + id + "]";
        }
    }

    @Transactional(readOnly = true)
    public List<Proposal> open() {
        return db.selectFrom(ERASURE)
                .where(ERASURE.STATE.eq("PROPOSED"))
                .orderBy(ERASURE.PROPOSED_AT)
                .fetch(this::proposal);
    }

    @Transactional(readOnly = true)
    public Optional<Proposal> openFor(UUID person) {
        UUID id = aliases.survivor(person);
        return open().stream().filter(p -> p.person().value().equals(id)).findFirst();
    }

    /** Why the person cannot be erased now; empty when nothing stands against it. */
    @Transactional(readOnly = true)
    public List<String> obstacles(UUID person) {
        PersonId id = new PersonId(aliases.survivor(person));
        return holders.orderedStream()
                .flatMap(holder -> holder.obstacles(id).stream())
                .toList();
    }

    @Transactional
    public void propose(UUID asked, String reason, CurrentAccount by) {
        UUID person = aliases.survivor(asked);
        requirePresent(person);
        requireNoObstacle(person);
        int proposed = db.insertInto(ERASURE)
                .set(ERASURE.ID, Ids.next())
                .set(ERASURE.PERSON_ID, person)
                .set(ERASURE.STATE, "PROPOSED")
                .set(ERASURE.REASON_CIPHER, cipher.encrypt(person, reason))
                .set(ERASURE.PROPOSED_BY, by.accountId().value())
                .set(ERASURE.PROPOSED_BY_LABEL, by.displayName())
                .set(ERASURE.PROPOSED_AT, now())
                .onConflictDoNothing()
                .execute();
        if (proposed == 0) {
            throw Problem.of(IdentityError.ERASURE_OPEN, "已经有人提出删除这个人的资料，正等另一位管理员确认。");
        }
        trail.record(by.actor(), "identity.erasure-proposed", "person", person, Map.of());
    }

    @Transactional
    public void withdraw(UUID proposal, CurrentAccount by) {
        ErasureRecord open = locked(proposal);
        decide(open, "WITHDRAWN", by);
        trail.record(by.actor(), "identity.erasure-withdrawn", "person", open.getPersonId(), Map.of());
    }

    /** @throws Problem when who confirms is who proposed, or something stands against it by now */
    @Transactional
    public void confirm(UUID proposal, CurrentAccount by) {
        ErasureRecord open = locked(proposal);
        if (open.getProposedBy().equals(by.accountId().value())) {
            throw Problem.of(IdentityError.SAME_PERSON, "删除是你提出的，须由另一位管理员确认。");
        }
        UUID person = open.getPersonId();
        requireNoObstacle(person);
        PersonId id = new PersonId(person);
        holders.orderedStream().forEach(holder -> holder.erase(id));
        decide(open, "DONE", by);
        eraser.erase(id);
        Actor actor = by.actor();
        trail.record(actor, "identity.person-erased", "person", person, Map.of());
        events.publishEvent(new PersonAnonymised(id));
    }

    private void decide(ErasureRecord open, String state, CurrentAccount by) {
        open.setState(state);
        open.setDecidedByLabel(by.displayName());
        open.setDecidedAt(now());
        // Why somebody is forgotten may tell who it was.
        open.setReasonCipher(cipher.encrypt(open.getPersonId(), ""));
        open.update();
    }

    private ErasureRecord locked(UUID proposal) {
        return db.selectFrom(ERASURE)
                .where(ERASURE.ID.eq(proposal))
                .and(ERASURE.STATE.eq("PROPOSED"))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("这项待确认的删除"));
    }

    private void requirePresent(UUID person) {
        if (!db.fetchExists(PERSON, PERSON.ID.eq(person).and(PERSON.ERASED_AT.isNull()))) {
            throw Problem.notFound("这个人");
        }
    }

    private void requireNoObstacle(UUID person) {
        List<String> obstacles = obstacles(person);
        if (!obstacles.isEmpty()) {
            throw Problem.of(IdentityError.ERASURE_BLOCKED, "现在不能删除：" + String.join(" ", obstacles));
        }
    }

    private Proposal proposal(ErasureRecord r) {
        return new Proposal(
                r.getId(),
                new PersonId(r.getPersonId()),
                cipher.decrypt(r.getPersonId(), r.getReasonCipher()),
                r.getProposedBy(),
                r.getProposedByLabel(),
                r.getProposedAt());
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
