package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_DOCUMENT;
import static io.tanshi.enrolment.jooq.Tables.APPLICATION_STEP;
import static io.tanshi.enrolment.jooq.Tables.BATCH;
import static io.tanshi.enrolment.jooq.Tables.RETURN_NOTE;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.application.Verb;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.jooq.tables.records.ApplicationRecord;
import io.tanshi.enrolment.review.MadePerson.Person;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.cli.Console;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A large queue of drawn people, written into the tables directly and encrypted as always. */
@Component
@Profile("bench-queue")
class MadeQueue {

    /** What is looked for in it. */
    record Made(int open, UUID institution, String twoCharacters, String surname, String number) {}

    private static final int INSTITUTIONS = 40;
    private static final int AT_ONCE = 500;
    private static final int CLAIMED = 60;
    /** Of a hundred: the rest is decided. */
    private static final int PENDING = 75;

    private static final int RETURNED = 15;

    private final DSLContext db;
    private final Sealed sealed;
    private final People people;
    private final Claims claims;
    private final Sittings sittings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Random random = new Random(42);

    MadeQueue(
            DSLContext db,
            Sealed sealed,
            People people,
            Claims claims,
            Sittings sittings,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.sealed = sealed;
        this.people = people;
        this.claims = claims;
        this.sittings = sittings;
        this.clock = clock;
        this.transaction = transaction;
    }

    Made make(int count, CurrentAccount me, Console console) {
        UUID sitting = sittings.all().getFirst().id().value();
        List<UUID[]> batches = institutions(sitting);
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            int until = Math.min(count, from + AT_ONCE);
            transaction.executeWithoutResult(_ -> fill(first, until, sitting, batches));
            if (until % (20 * AT_ONCE) == 0) {
                console.progress("made " + until + " of " + count);
            }
        }
        claimSome(me);
        int open = db.fetchCount(APPLICATION, QueueFilter.OPEN);
        Person sought = new MadePerson(count / 2).person();
        return new Made(
                open,
                batches.getFirst()[0],
                sought.name().substring(1),
                sought.name().substring(0, 1),
                sought.number());
    }

    /** As autovacuum would have done it by then. */
    void settle() {
        db.execute("vacuum analyze");
    }

    private List<UUID[]> institutions(UUID sitting) {
        List<UUID[]> made = new ArrayList<>();
        for (int i = 0; i < INSTITUTIONS; i++) {
            UUID institution = Ids.next();
            UUID batch = Ids.next();
            db.execute(
                    "insert into identity.institution (id, code, name, contact, status, created_at) "
                            + "values (?, ?, ?, '教务处', 'ACTIVE', cast(? as timestamptz))",
                    institution,
                    "B" + i,
                    "测量培训中心第 " + i + " 分部",
                    now());
            db.insertInto(BATCH)
                    .set(BATCH.ID, batch)
                    .set(BATCH.INSTITUTION_ID, institution)
                    .set(BATCH.SITTING_ID, sitting)
                    .set(BATCH.NUMBER, 1)
                    .set(BATCH.CREATED_AT, now())
                    .execute();
            made.add(new UUID[] {institution, batch});
        }
        return made;
    }

    private void fill(int from, int until, UUID sitting, List<UUID[]> batches) {
        List<TableRecord<?>> applications = new ArrayList<>();
        List<TableRecord<?>> rest = new ArrayList<>();
        for (int i = from; i < until; i++) {
            UUID[] batch = batches.get(random.nextInt(batches.size()));
            ApplicationRecord row = application(i, new MadePerson(i), sitting, batch);
            applications.add(row);
            rest.addAll(documents(row));
            rest.addAll(history(row));
        }
        db.batchInsert(applications).execute();
        db.batchInsert(rest).execute();
    }

    private ApplicationRecord application(int number, MadePerson made, UUID sitting, UUID[] batch) {
        ApplicationRecord row = db.newRecord(APPLICATION);
        int kind = random.nextInt(100);
        Registration data = made.registration();
        String documentNumber = data.documentNumber();
        OffsetDateTime submitted = now().minusMinutes(random.nextInt(14_400));
        row.setId(Ids.next());
        row.setInstitutionId(batch[0]);
        row.setSittingId(sitting);
        row.setBatchId(batch[1]);
        row.setPersonId(people.register(new PersonDetails(data.name(), documentNumber, data.text(Column.PHONE), null))
                .value());
        row.setLevel(Level.values()[number % 3].name());
        row.setState(kind < PENDING ? "PENDING" : kind < PENDING + RETURNED ? "RETURNED" : "APPROVED");
        row.setDocumentIndex(sealed.index(documentNumber));
        row.setTailIndex(sealed.tailIndex(documentNumber.substring(14)));
        row.setDataCipher(sealed.seal(data, "application:" + row.getId()));
        row.setRuleSet(RuleSet.DEFAULT_CODE);
        row.setVerdict((number % 20 == 0 ? Verdict.NEEDS_RULING : Verdict.ELIGIBLE).name());
        row.setClause(number % 20 == 0 ? null : 1);
        row.setSubmittedAt(submitted);
        row.setDueAt(kind < PENDING ? submitted.plusDays(1 + random.nextInt(12)) : null);
        row.setDueProvisional(false);
        row.setRemainingSeconds(row.getState().equals("RETURNED") ? (long) random.nextInt(27_000) : null);
        row.setVersion(1);
        row.setCreatedAt(submitted);
        return row;
    }

    private List<TableRecord<?>> documents(ApplicationRecord application) {
        List<TableRecord<?>> rows = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind != DocumentKind.OTHER) {
                var row = db.newRecord(APPLICATION_DOCUMENT);
                row.setId(Ids.next());
                row.setApplicationId(application.getId());
                row.setKind(kind.name());
                row.setFileId(Ids.next());
                row.setSha256("0".repeat(64));
                row.setMediaType("image/jpeg");
                row.setSize(80_000L);
                row.setAddedAt(application.getCreatedAt());
                rows.add(row);
            }
        }
        return rows;
    }

    private List<TableRecord<?>> history(ApplicationRecord application) {
        List<TableRecord<?>> rows = new ArrayList<>();
        var submitted = db.newRecord(APPLICATION_STEP);
        submitted.setId(Ids.next());
        submitted.setApplicationId(application.getId());
        submitted.setVerb(Verb.SUBMIT.name());
        submitted.setFromState("DRAFT");
        submitted.setToState("PENDING");
        submitted.setAt(application.getCreatedAt());
        submitted.setActor("测量培训中心");
        rows.add(submitted);
        if (application.getState().equals("RETURNED")) {
            var note = db.newRecord(RETURN_NOTE);
            note.setId(Ids.next());
            note.setApplicationId(application.getId());
            note.setStepId(submitted.getId());
            note.setKind(DocumentKind.WORK.name());
            note.setReason(ReturnReason.NO_SEAL.name());
            note.setWordsCipher(sealed.seal("请加盖公章后重新扫描上传。", "application:" + note.getId()));
            rows.add(note);
        }
        return rows;
    }

    private void claimSome(CurrentAccount me) {
        db.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(QueueFilter.pending())
                .orderBy(QueueOrder.FIELDS)
                .limit(CLAIMED)
                .fetch(APPLICATION.ID)
                .forEach(id -> claims.take(new ApplicationId(id), me));
    }

    private OffsetDateTime now() {
        return QueueFilter.time(clock.instant());
    }
}
