package io.tanshi.identity.privacy;

import static io.tanshi.identity.jooq.Tables.ACCOUNT;
import static io.tanshi.identity.jooq.Tables.PERSON;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.jooq.tables.records.PersonRecord;
import io.tanshi.identity.register.HeldFile;
import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.vault.Aliases;
import io.tanshi.identity.vault.ChangeLog;
import io.tanshi.identity.vault.PersonCipher;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything kept of one person, for that person. Gathered for each request and never stored. */
@Component
class Export {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What goes into the archive. */
    record Contents(String madeAt, List<Holding> holdings, List<HeldFile> files) {

        @Override
        public String toString() {
            return "Contents[protected]";
        }
    }

    private final DSLContext db;
    private final PersonCipher cipher;
    private final ChangeLog changes;
    private final Aliases aliases;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final AuditTrail trail;
    private final Clock clock;

    Export(
            DSLContext db,
            PersonCipher cipher,
            ChangeLog changes,
            Aliases aliases,
            ObjectProvider<PersonalDataHolder> holders,
            AuditTrail trail,
            Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.changes = changes;
        this.aliases = aliases;
        this.holders = holders;
        this.trail = trail;
        this.clock = clock;
    }

    /** Puts the export on record, and gathers what stands in it. */
    @Transactional
    public Contents of(UUID asked, String reason, Actor by) {
        PersonId id = new PersonId(aliases.survivor(asked));
        PersonRecord person = db.selectFrom(PERSON)
                .where(PERSON.ID.eq(id.value()))
                .and(PERSON.ERASED_AT.isNull())
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("这个人"));
        trail.record(by, "identity.person-exported", "person", id, Map.of("reason", reason));
        List<Holding> all = new ArrayList<>();
        List<HeldFile> files = new ArrayList<>();
        all.add(identity(person));
        all.addAll(formerValues(id));
        all.addAll(accounts(id));
        if (person.getPhotoFile() != null) {
            files.add(new HeldFile("证件照-登记", new io.tanshi.files.FileId(person.getPhotoFile())));
        }
        holders.orderedStream().forEach(holder -> {
            all.addAll(holder.holdings(id));
            files.addAll(holder.files(id));
        });
        return new Contents(moment(clock.instant().atZone(clock.getZone()).toOffsetDateTime()), all, files);
    }

    private Holding identity(PersonRecord person) {
        UUID id = person.getId();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("姓名", person.getName());
        facts.put("证件号码", cipher.decrypt(id, person.getIdNumberCipher()));
        facts.put("电话", cipher.decrypt(id, person.getPhoneCipher()));
        facts.put("登记时间", moment(person.getCreatedAt()));
        return new Holding("身份", "登记资料", "现行", facts);
    }

    private List<Holding> formerValues(PersonId id) {
        return changes.of(id).stream()
                .filter(change -> change.field() != ChangeLog.Field.PHOTO)
                .map(change -> new Holding(
                        "变更记录",
                        change.field() == ChangeLog.Field.NAME ? "姓名" : "电话",
                        "已变更",
                        Map.of("原值", change.before(), "变更时间", moment(change.at()))))
                .toList();
    }

    private List<Holding> accounts(PersonId id) {
        return db.selectFrom(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.eq(id.value()))
                .fetch(account -> new Holding(
                        "账号",
                        "考生账号",
                        account.getStatus().equals("ACTIVE") ? "已激活" : "未激活或已停用",
                        Map.of(
                                "建立时间", moment(account.getCreatedAt()),
                                "最近登录", moment(account.getLastSignInAt()))));
    }

    private String moment(@Nullable OffsetDateTime at) {
        return at == null ? "从未" : MOMENT.format(at.atZoneSameInstant(clock.getZone()));
    }
}
