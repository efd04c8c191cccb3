package io.tanshi.enrolment.roster;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.ApplicationDesk;
import io.tanshi.enrolment.application.Correction;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.batch.RowCheck;
import io.tanshi.enrolment.batch.Terms;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.files.Files;
import io.tanshi.identity.people.Reveals;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Clause;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts right what a reviewer has returned. Each change is checked by the rules of the intake before it is taken. */
@Service
@Transactional
public class RosterDesk {

    private static final String NOT_ELIGIBLE = "not-eligible";

    private final ApplicationDesk applications;
    private final Dossiers dossiers;
    private final RowCheck check;
    private final Terms terms;
    private final Files files;
    private final Reveals reveals;

    RosterDesk(
            ApplicationDesk applications,
            Dossiers dossiers,
            RowCheck check,
            Terms terms,
            Files files,
            Reveals reveals) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.check = check;
        this.terms = terms;
        this.files = files;
        this.reveals = reveals;
    }

    void edit(Dossier dossier, int version, Map<Column, String> typed, CurrentAccount me) {
        Registration changed = dossier.registration().with(typed);
        String number = changed.documentNumber();
        take(dossier, version, changed, List.of(), me.actor());
        dossiers.live(dossier.sitting(), number)
                .filter(other -> !other.id().equals(dossier.id()))
                .ifPresent(_ -> {
                    throw Problem.of(EnrolmentError.ROW_NOT_READY, "改后的证件号码在本考期已有报名。请核对证件号码。")
                            .field(Column.DOCUMENT_NUMBER.name(), "本考期已有报名");
                });
    }

    /** Takes a paper in place of the one that was returned, from whoever may bring it. */
    public Document attach(Dossier dossier, int version, DocumentKind kind, InputStream content, Actor by)
            throws IOException {
        Document document = Document.of(kind, files.store(content));
        if (document.size() == 0) {
            throw Problem.of(EnrolmentError.UPLOAD_EMPTY, "上传的文件是空的（0 字节）。请确认文件已保存完整后重新上传。");
        }
        take(dossier, version, dossier.registration(), List.of(document), by);
        return document;
    }

    /** Takes one change; papers that are still missing stop the resubmission, not the change. */
    private void take(Dossier dossier, int version, Registration registration, List<Document> added, Actor by) {
        Checked checked = checked(dossier, registration, added);
        List<RowProblem> inTheWay = checked.report().problems().stream()
                .filter(problem -> added.isEmpty()
                        ? !isAboutFiles(problem) && !problem.code().equals(NOT_ELIGIBLE)
                        : isAbout(problem, added.getFirst().kind()))
                .toList();
        refuse(inTheWay);
        Registration normal = Registration.of(checked.report());
        applications.correct(
                dossier.id(),
                version,
                new Correction(normal, added, checked.terms().ruleSet().code(), checked.verdict(), checked.clause()),
                by);
    }

    void resubmit(Dossier dossier, int version, CurrentAccount me) {
        Checked checked = checked(dossier, dossier.registration(), List.of());
        refuse(checked.report().problems().stream()
                .filter(problem -> dossier.verdict() != Verdict.RULING_REQUESTED
                        || !problem.code().equals(NOT_ELIGIBLE))
                .toList());
        applications.resubmit(dossier.id(), version, me.actor());
    }

    void withdraw(Dossier dossier, int version, @Nullable String words, CurrentAccount me) {
        applications.withdraw(dossier.id(), version, words, me.actor());
    }

    String reveal(Dossier dossier, String reason, CurrentAccount me) {
        reveals.record(me.actor(), "enrolment.id-number-shown", "application", dossier.id(), reason);
        return dossier.registration().documentNumber();
    }

    private record Checked(RowReport report, BatchTerms terms) {

        Verdict verdict() {
            return Verdict.of(report.verdict());
        }

        @Nullable
        Integer clause() {
            return report.claimedFirst().stream()
                    .findFirst()
                    .map(Clause::number)
                    .orElse(null);
        }
    }

    private Checked checked(Dossier dossier, Registration registration, Collection<Document> added) {
        Map<DocumentKind, Document> all = new EnumMap<>(DocumentKind.class);
        all.putAll(dossiers.documents(dossier.id()));
        added.forEach(document -> all.put(document.kind(), document));
        BatchTerms current = terms.of(dossier.sitting(), dossier.ruleSet());
        return new Checked(check.check(registration, all.values(), current), current);
    }

    private static boolean isAboutFiles(RowProblem problem) {
        return problem.code().startsWith("photo-") || problem.code().startsWith("material-missing");
    }

    private static boolean isAbout(RowProblem problem, DocumentKind kind) {
        return kind == DocumentKind.PHOTO
                ? problem.code().startsWith("photo-")
                : problem.code().equals("material-missing:" + kind.fileName());
    }

    private static void refuse(List<RowProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        RowProblem first = problems.getFirst();
        Problem refusal = Problem.of(
                EnrolmentError.ROW_NOT_READY,
                first.message() + first.fix() + (problems.size() > 1 ? "（共 " + problems.size() + " 处）" : ""));
        problems.forEach(problem -> refusal.field(
                Column.ofHeading(problem.field()).map(Column::name).orElse(problem.field()),
                problem.message() + problem.fix()));
        throw refusal;
    }
}
