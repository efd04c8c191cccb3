package io.tanshi.enrolment.application;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.BegunStudies;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationStore.Contents;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.identity.people.CandidateAccounts;
import io.tanshi.identity.people.ChangeSource;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.session.PersonId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.ReviewPromise;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of an application, each one transaction with its history, audit entry and event. */
@Service
@Transactional
public class ApplicationDesk {

    private final ApplicationStore store;
    private final Dossiers dossiers;
    private final People people;
    private final CandidateAccounts accounts;
    private final ObjectProvider<BegunStudies> studies;
    private final ReviewPromise promise;
    private final AuditTrail trail;
    private final Clock clock;

    ApplicationDesk(
            ApplicationStore store,
            Dossiers dossiers,
            People people,
            CandidateAccounts accounts,
            ObjectProvider<BegunStudies> studies,
            ReviewPromise promise,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.people = people;
        this.accounts = accounts;
        this.studies = studies;
        this.promise = promise;
        this.trail = trail;
        this.clock = clock;
    }

    /** Registers the person and hands the application to the reviewers. The row has passed the check. */
    public ApplicationId submit(NewApplication row, Actor by) {
        Instant now = clock.instant();
        ApplicationId id = ApplicationId.next();
        Level level = row.registration().level().orElseThrow();
        Application application = Application.draft(new Application.Subject(
                id, row.institution(), row.sitting(), row.batch(), person(row.registration(), row.documents()), level));
        application.submit(by, now, promise, row.rulingRequest());
        store.insert(application, new Contents(row.registration(), row.ruleSet(), row.verdict(), row.clause()), now);
        store.put(id, row.documents(), now);
        // At once, so that the candidate can check the data and mend a returned document before the approval.
        accounts.codeFor(application.subject().person());
        record(
                by,
                "enrolment.application-submitted",
                id,
                Map.of("batch", row.batch().toString(), "level", level.name()));
        return id;
    }

    /** Registers the person with what was reviewed, and sees that there is a code for the account. */
    public void approve(ApplicationId id, int version, @Nullable Ruling ruling, Actor by) {
        approve(id, version, ruling, by, clock.instant());
    }

    /** @param now when the reviewer decided, which may be a moment ago */
    public void approve(ApplicationId id, int version, @Nullable Ruling ruling, Actor by, Instant now) {
        Dossier dossier = approvable(id, version, ruling);
        Application application = aggregate(dossier);
        application.approve(by, now, ruling == null ? null : ruling.reason());
        Integer clause = ruling == null ? dossier.clause() : Integer.valueOf(ruling.clause());
        store.update(application, new Contents(dossier.registration(), dossier.ruleSet(), dossier.verdict(), clause));
        if (ruling != null) {
            store.addPrecedent(dossier, ruling, by.label(), now);
        }
        people.register(
                details(dossier.registration(), dossiers.documents(id).values()),
                new ChangeSource(by.label(), "审核通过的报名资料", id.toString()));
        accounts.codeFor(dossier.person());
        record(
                by,
                "enrolment.application-approved",
                id,
                Map.of("clause", String.valueOf(clause), "ruling", ruling != null));
    }

    /** Refuses what {@link #approve} would refuse now; the answer is what would be approved. */
    @Transactional(readOnly = true)
    public Dossier approvable(ApplicationId id, int version, @Nullable Ruling ruling) {
        Dossier dossier = expected(id, version, Verb.APPROVE);
        if (dossier.verdict() != Verdict.ELIGIBLE && ruling == null) {
            throw Problem.of(EnrolmentError.RULING_WITHOUT_REASON, "这份报名需要人工裁定。请选择依据的条件并写明理由，再通过。");
        }
        return dossier;
    }

    /** Gives it back with a note per document; the clock stops. */
    public void sendBack(ApplicationId id, int version, List<ReturnNote> notes, Actor by) {
        sendBack(id, version, notes, by, clock.instant());
    }

    /** @param now when the reviewer decided, which may be a moment ago */
    public void sendBack(ApplicationId id, int version, List<ReturnNote> notes, Actor by, Instant now) {
        Dossier dossier = returnable(id, version, notes);
        Application application = aggregate(dossier);
        Step step = application.sendBack(by, now, promise);
        store.update(application, contents(dossier));
        store.addNotes(id, step, notes);
        record(by, "enrolment.application-returned", id, Map.of("notes", kinds(notes)));
    }

    /** Refuses what {@link #sendBack} would refuse now; the answer is what would be given back. */
    @Transactional(readOnly = true)
    public Dossier returnable(ApplicationId id, int version, List<ReturnNote> notes) {
        requireNotes(notes);
        return expected(id, version, Verb.RETURN);
    }

    /**
     * Takes an approval back because a second reviewer does not agree, and gives it to the institution. Only while the
     * candidate has not begun.
     */
    public void overturn(ApplicationId id, List<ReturnNote> notes, Actor by) {
        requireNotes(notes);
        Dossier dossier = dossiers.find(id).orElseThrow(() -> Problem.notFound("这份报名"));
        if (hasBegun(dossier)) {
            throw Problem.of(EnrolmentError.CANDIDATE_HAS_BEGUN, "考生已开始学习，不能再退回。请刷新后提交，意见会记录下来由管理员处理。");
        }
        Application application = aggregate(dossier);
        Step step = application.overturn(by, clock.instant(), promise);
        store.update(application, contents(dossier));
        store.addNotes(id, step, notes);
        record(by, "enrolment.application-overturned", id, Map.of("notes", kinds(notes)));
    }

    /** Whether {@link #overturn} is possible now. */
    @Transactional(readOnly = true)
    public boolean isOverturnable(ApplicationId id) {
        return dossiers.find(id)
                .filter(d -> Lifecycle.after(d.state(), Verb.OVERTURN).isPresent())
                .filter(d -> !hasBegun(d))
                .isPresent();
    }

    private boolean hasBegun(Dossier d) {
        return studies.stream().anyMatch(port -> port.hasBegun(d.person(), d.sitting()));
    }

    private static void requireNotes(List<ReturnNote> notes) {
        if (notes.isEmpty() || notes.stream().anyMatch(note -> note.words().isBlank())) {
            throw Problem.of(EnrolmentError.RETURN_WITHOUT_REASON, "退回时须至少标出一份材料，并写明机构要怎么改。");
        }
    }

    private static String kinds(List<ReturnNote> notes) {
        return notes.stream().map(note -> note.kind() + ":" + note.reason()).collect(Collectors.joining(","));
    }

    /** Refuses what {@link #reject} would refuse now; the answer is what would be rejected. */
    @Transactional(readOnly = true)
    public Dossier rejectable(ApplicationId id, int version, String words) {
        if (words.isBlank()) {
            throw Problem.of(EnrolmentError.RETURN_WITHOUT_REASON, "不通过时须写明理由，机构会看到原文。");
        }
        return expected(id, version, Verb.REJECT);
    }

    public void reject(ApplicationId id, int version, String words, Actor by) {
        reject(id, version, words, by, clock.instant());
    }

    /** @param now when the reviewer decided, which may be a moment ago */
    public void reject(ApplicationId id, int version, String words, Actor by, Instant now) {
        Dossier dossier = rejectable(id, version, words);
        Application application = aggregate(dossier);
        application.reject(by, now, words);
        store.update(application, contents(dossier));
        record(by, "enrolment.application-rejected", id, Map.of());
    }

    /** Takes corrected data and papers, checked before, into a returned application. */
    public void correct(ApplicationId id, int version, Correction correction, Actor by) {
        Dossier dossier = expected(id, version);
        Application application = aggregate(dossier);
        Registration data = correction.registration();
        PersonId person = data.documentNumber().equals(dossier.registration().documentNumber())
                ? dossier.person()
                : person(data, correction.documents());
        application.correct(data.level().orElseThrow(), person);
        store.update(application, new Contents(data, correction.ruleSet(), correction.verdict(), correction.clause()));
        Map<DocumentKind, Document> known = dossiers.documents(id);
        List<Document> fresh = correction.documents().stream()
                .filter(document -> isNew(document, known.get(document.kind())))
                .toList();
        store.put(id, fresh, clock.instant());
        record(by, "enrolment.application-corrected", id, Map.of("documents", fresh.size()));
    }

    /** Hands a returned application to the reviewers again; the clock goes on with its remainder. */
    public void resubmit(ApplicationId id, int version, Actor by) {
        Dossier dossier = expected(id, version);
        Application application = aggregate(dossier);
        Instant now = clock.instant();
        application.resubmit(by, now, promise);
        store.update(application, contents(dossier));
        store.answerNotes(id, now);
        record(by, "enrolment.application-resubmitted", id, Map.of());
    }

    public void withdraw(ApplicationId id, int version, @Nullable String words, Actor by) {
        Dossier dossier = expected(id, version);
        Application application = aggregate(dossier);
        application.withdraw(by, clock.instant(), words);
        store.update(application, contents(dossier));
        record(by, "enrolment.application-withdrawn", id, Map.of());
    }

    private static boolean isNew(Document document, @Nullable Document known) {
        return known == null || !known.sha256().equals(document.sha256());
    }

    private Dossier expected(ApplicationId id, int version) {
        Dossier dossier = dossiers.find(id).orElseThrow(() -> Problem.notFound("这份报名"));
        if (dossier.version() != version) {
            throw ApplicationStore.changedMeanwhile();
        }
        return dossier;
    }

    private Dossier expected(ApplicationId id, int version, Verb verb) {
        Dossier dossier = expected(id, version);
        if (Lifecycle.after(dossier.state(), verb).isEmpty()) {
            throw Application.notAllowed(dossier.state(), verb.label());
        }
        return dossier;
    }

    private static Application aggregate(Dossier d) {
        return new Application(
                new Application.Subject(d.id(), d.institution(), d.sitting(), d.batch(), d.person(), d.level()),
                new Application.Standing(d.state(), d.clock(), d.submittedAt(), d.decidedAt(), d.version()));
    }

    private static Contents contents(Dossier dossier) {
        return new Contents(dossier.registration(), dossier.ruleSet(), dossier.verdict(), dossier.clause());
    }

    /** A person who is registered already keeps what the register says until a reviewer has seen the new data. */
    private PersonId person(Registration data, Collection<Document> documents) {
        return people.findByIdNumber(data.documentNumber()).orElseGet(() -> people.register(details(data, documents)));
    }

    private static PersonDetails details(Registration data, Collection<Document> documents) {
        return new PersonDetails(
                data.text(Column.NAME),
                data.documentNumber(),
                data.text(Column.PHONE),
                documents.stream()
                        .filter(document -> document.kind() == DocumentKind.PHOTO)
                        .map(Document::fileId)
                        .findFirst()
                        .orElse(null));
    }

    private void record(Actor by, String action, ApplicationId id, Map<String, ?> details) {
        trail.record(by, action, "application", id, details);
    }
}
