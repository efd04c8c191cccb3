package io.tanshi.identity.dossier;

import static io.tanshi.identity.jooq.Tables.ACCOUNT;
import static io.tanshi.identity.jooq.Tables.ACTIVATION_CODE;
import static io.tanshi.identity.jooq.Tables.PERSON;
import static io.tanshi.identity.jooq.Tables.PERSON_ALIAS;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.register.PersonMerged;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.vault.Aliases;
import io.tanshi.identity.vault.PersonCipher;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes two persons one. Both numbers lead to the survivor afterwards; the modules follow when they hear of it. */
@Service
class Merging {

    private final DSLContext db;
    private final Aliases aliases;
    private final PersonFile file;
    private final PersonCipher cipher;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    Merging(
            DSLContext db,
            Aliases aliases,
            PersonFile file,
            PersonCipher cipher,
            ObjectProvider<PersonalDataHolder> holders,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.db = db;
        this.aliases = aliases;
        this.file = file;
        this.cipher = cipher;
        this.holders = holders;
        this.sessions = sessions;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a merge would do.
     *
     * @param moves what goes from the one to the other
     * @param conflicts why it is refused; empty when it is possible
     */
    record Preview(PersonFile.PersonPage from, PersonFile.PersonPage into, List<String> moves, List<String> conflicts) {}

    @Transactional(readOnly = true)
    public Preview preview(UUID from, UUID into) {
        PersonFile.PersonPage gone = file.open(from);
        PersonFile.PersonPage kept = file.open(into);
        List<String> moves = new ArrayList<>();
        gone.holdings().forEach(held -> moves.add(held.kind() + "：" + held.title() + "（" + held.state() + "）"));
        if (!gone.accounts().isEmpty()) {
            moves.add(kept.accounts().isEmpty() ? "考生账号：转到保留的人名下" : "考生账号：停用，保留的人用自己的账号");
        }
        moves.add("证件号：今后用任一号码都找到保留的人");
        return new Preview(gone, kept, moves, conflicts(gone, kept));
    }

    private List<String> conflicts(PersonFile.PersonPage from, PersonFile.PersonPage into) {
        List<String> conflicts = new ArrayList<>();
        if (from.id().equals(into.id())) {
            conflicts.add("这两条已经是同一个人。");
        }
        if (from.erasedAt() != null || into.erasedAt() != null) {
            conflicts.add("其中一人的资料已删除。");
        }
        holders.orderedStream()
                .forEach(holder -> conflicts.addAll(
                        holder.conflicts(new PersonId(from.id()), new PersonId(into.id()))));
        return conflicts;
    }

    /** @throws Problem when something stands against it */
    @Transactional
    public void merge(UUID from, UUID into, String reason, Actor by) {
        lock(from, into);
        Preview preview = preview(from, into);
        if (!preview.conflicts().isEmpty()) {
            throw Problem.of(
                    IdentityError.MERGE_REFUSED, "不能合并：" + String.join(" ", preview.conflicts()) + "处理后再合并。");
        }
        alias(from, into, reason, by);
        moveAccount(from, into);
        trail.record(by, "identity.persons-merged", "person", into, Map.of("from", from.toString()));
        events.publishEvent(new PersonMerged(new PersonId(from), new PersonId(into)));
    }

    /** In one order, so that two who merge the same pair wait for each other. */
    private void lock(UUID one, UUID other) {
        db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.in(one, other))
                .orderBy(PERSON.ID)
                .forUpdate()
                .fetch();
    }

    private void alias(UUID from, UUID into, String reason, Actor by) {
        if (!aliases.survivor(from).equals(from) || !aliases.survivor(into).equals(into)) {
            throw Problem.of(IdentityError.MERGE_REFUSED, "其中一人刚刚已被合并。请重新打开候选名单。");
        }
        db.insertInto(PERSON_ALIAS)
                .set(PERSON_ALIAS.ID, Ids.next())
                .set(PERSON_ALIAS.PERSON_ID, from)
                .set(PERSON_ALIAS.SURVIVOR_ID, into)
                .set(PERSON_ALIAS.REASON_CIPHER, cipher.encrypt(from, reason))
                .set(PERSON_ALIAS.MERGED_BY, by.label())
                .set(PERSON_ALIAS.MERGED_AT, clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .execute();
        db.update(PERSON_ALIAS)
                .set(PERSON_ALIAS.SURVIVOR_ID, into)
                .where(PERSON_ALIAS.SURVIVOR_ID.eq(from))
                .execute();
    }

    /** A session knows the person it was opened for; whoever is signed in signs in again. */
    private void moveAccount(UUID from, UUID into) {
        Optional<UUID> account = accountOf(from);
        account.ifPresent(id -> {
            sessions.findByPrincipalName(new AccountId(id).toString()).keySet().forEach(sessions::deleteById);
            if (accountOf(into).isEmpty()) {
                db.update(ACCOUNT)
                        .set(ACCOUNT.PERSON_ID, into)
                        .where(ACCOUNT.ID.eq(id))
                        .execute();
            } else {
                db.update(ACCOUNT)
                        .set(ACCOUNT.STATUS, "SUSPENDED")
                        .where(ACCOUNT.ID.eq(id))
                        .execute();
                db.deleteFrom(ACTIVATION_CODE)
                        .where(ACTIVATION_CODE.ACCOUNT_ID.eq(id))
                        .execute();
            }
        });
    }

    private Optional<UUID> accountOf(UUID person) {
        return db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.eq(person))
                .fetchOptional(r -> r.value1());
    }
}
