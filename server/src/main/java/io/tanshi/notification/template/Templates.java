package io.tanshi.notification.template;

import static io.tanshi.notification.jooq.Tables.CHANNEL_SWITCH;
import static io.tanshi.notification.jooq.Tables.TEMPLATE;

import io.tanshi.notification.MessageKind;
import io.tanshi.notification.jooq.tables.records.TemplateRecord;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored templates and switches. */
@Repository
@Transactional
public class Templates {

    /** Approvals come by the hundred; institutions see them in the list. */
    private static final Channels QUIET = new Channels(false, false);

    private static final Channels USUAL = new Channels(true, false);

    private final DSLContext db;

    Templates(DSLContext db) {
        this.db = db;
    }

    /** The version in force. */
    @Transactional(readOnly = true)
    public Template current(MessageKind kind) {
        return history(kind).getFirst();
    }

    /** Newest first; empty only before the shipped words are taken in. */
    @Transactional(readOnly = true)
    List<Template> history(MessageKind kind) {
        return db.selectFrom(TEMPLATE)
                .where(TEMPLATE.KIND.eq(kind.name()))
                .orderBy(TEMPLATE.VERSION.desc())
                .fetch(Templates::template);
    }

    /** The kinds that have words. */
    @Transactional(readOnly = true)
    EnumSet<MessageKind> kinds() {
        EnumSet<MessageKind> found = EnumSet.noneOf(MessageKind.class);
        db.selectDistinct(TEMPLATE.KIND).from(TEMPLATE).forEach(r -> found.add(MessageKind.valueOf(r.value1())));
        return found;
    }

    /** @return false when that version is there already */
    boolean add(Template template) {
        return db.insertInto(TEMPLATE)
                        .set(TEMPLATE.KIND, template.kind().name())
                        .set(TEMPLATE.VERSION, template.version())
                        .set(TEMPLATE.SUBJECT_ZH, template.zh().subject())
                        .set(TEMPLATE.BODY_ZH, template.zh().body())
                        .set(TEMPLATE.SUBJECT_EN, template.en().subject())
                        .set(TEMPLATE.BODY_EN, template.en().body())
                        .set(TEMPLATE.CHANGED_AT, template.changedAt().atOffset(ZoneOffset.UTC))
                        .set(TEMPLATE.CHANGED_BY, template.changedBy())
                        .set(TEMPLATE.REASON, template.reason())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Transactional(readOnly = true)
    public Channels channels(MessageKind kind) {
        Optional<Channels> stored = db.select(CHANNEL_SWITCH.EMAIL, CHANNEL_SWITCH.SMS)
                .from(CHANNEL_SWITCH)
                .where(CHANNEL_SWITCH.KIND.eq(kind.name()))
                .fetchOptional(r -> new Channels(r.value1(), r.value2()));
        return stored.orElse(kind == MessageKind.APPLICATION_APPROVED ? QUIET : USUAL);
    }

    void setChannels(MessageKind kind, Channels channels) {
        db.insertInto(CHANNEL_SWITCH, CHANNEL_SWITCH.KIND, CHANNEL_SWITCH.EMAIL, CHANNEL_SWITCH.SMS)
                .values(kind.name(), channels.email(), channels.sms())
                .onConflict(CHANNEL_SWITCH.KIND)
                .doUpdate()
                .set(CHANNEL_SWITCH.EMAIL, channels.email())
                .set(CHANNEL_SWITCH.SMS, channels.sms())
                .execute();
    }

    private static Template template(TemplateRecord r) {
        return new Template(
                MessageKind.valueOf(r.getKind()),
                r.getVersion(),
                new Words(r.getSubjectZh(), r.getBodyZh()),
                new Words(r.getSubjectEn(), r.getBodyEn()),
                r.getChangedAt().toInstant(),
                r.getChangedBy(),
                r.getReason());
    }
}
