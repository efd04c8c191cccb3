package io.tanshi.notification.preference;

import static io.tanshi.notification.jooq.Tables.DECLINED_EMAIL;
import static io.tanshi.notification.jooq.Tables.RECIPIENT;

import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What recipients have chosen; who has chosen nothing reads Chinese and gets e-mail. */
@Repository
@Transactional
public class Preferences {

    private final DSLContext db;

    Preferences(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Language language(Recipient recipient) {
        return db.select(RECIPIENT.LANGUAGE)
                .from(RECIPIENT)
                .where(RECIPIENT.ID.eq(recipient.id()))
                .fetchOptional(r -> Language.valueOf(r.value1()))
                .orElse(Language.ZH);
    }

    /** The kinds of which the recipient wants no e-mail. */
    @Transactional(readOnly = true)
    public Set<MessageKind> declined(Recipient recipient) {
        Set<MessageKind> kinds = EnumSet.noneOf(MessageKind.class);
        db.select(DECLINED_EMAIL.KIND)
                .from(DECLINED_EMAIL)
                .where(DECLINED_EMAIL.RECIPIENT.eq(recipient.id()))
                .forEach(r -> kinds.add(MessageKind.valueOf(r.value1())));
        return kinds;
    }

    public void choose(Recipient recipient, Language language, Set<MessageKind> declined) {
        db.insertInto(RECIPIENT, RECIPIENT.ID, RECIPIENT.LANGUAGE)
                .values(recipient.id(), language.name())
                .onConflict(RECIPIENT.ID)
                .doUpdate()
                .set(RECIPIENT.LANGUAGE, language.name())
                .execute();
        db.deleteFrom(DECLINED_EMAIL)
                .where(DECLINED_EMAIL.RECIPIENT.eq(recipient.id()))
                .execute();
        declined.forEach(kind -> db.insertInto(DECLINED_EMAIL)
                .values(recipient.id(), kind.name())
                .execute());
    }

    /** Of two persons who are one, the survivor's own choice goes before that of the other. */
    public void follow(Recipient from, Recipient into) {
        if (!hasChosen(into)) {
            choose(into, language(from), declined(from));
        }
        forget(from);
    }

    private boolean hasChosen(Recipient recipient) {
        return db.fetchExists(RECIPIENT, RECIPIENT.ID.eq(recipient.id()));
    }

    public void forget(Recipient recipient) {
        db.deleteFrom(DECLINED_EMAIL)
                .where(DECLINED_EMAIL.RECIPIENT.eq(recipient.id()))
                .execute();
        db.deleteFrom(RECIPIENT).where(RECIPIENT.ID.eq(recipient.id())).execute();
    }
}
