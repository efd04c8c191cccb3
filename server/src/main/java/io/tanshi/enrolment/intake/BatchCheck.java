package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.eligibility.EligibilityVerdict;
import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.archive.Shown;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.Form;
import io.tanshi.kernel.ResidentId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole intake check of one package, the same for the command line and for the browser. It needs no database and
 * holds the form in memory, but never a photo for longer than it looks at it.
 */
public final class BatchCheck {

    private final BatchTerms terms;
    private final PackageLimits limits;
    private final IdentityChecks identity;
    private final FieldChecks fields;
    private final EligibilityCheck eligibility;

    public BatchCheck(BatchTerms terms, PackageLimits limits) {
        this.terms = terms;
        this.limits = limits;
        this.identity = new IdentityChecks(terms.asOf());
        this.fields = new FieldChecks(terms.sittingCode());
        this.eligibility = new EligibilityCheck(terms);
    }

    /**
     * Checks an open package and keeps what it has found of every row. The entries in the report can be read from the
     * reader until it is closed.
     *
     * @throws PackageRefusedException when the package cannot be taken at all
     */
    public BatchReport check(PackageReader reader, BatchListener listener) throws IOException {
        return check(Delivery.of(reader, limits), listener);
    }

    /** The same for a package and workbooks in several files. */
    public BatchReport check(Delivery delivery, BatchListener listener) throws IOException {
        List<RowReport> rows = new ArrayList<>();
        BatchSummary summary = run(delivery, (row, done, total) -> {
            rows.add(row);
            listener.checked(row, done, total);
        });
        return new BatchReport(rows, summary.declaredHeads(), summary.foundHeads(), summary.notices());
    }

    /**
     * Checks all files of a delivery together and forgets each row when the listener has heard it.
     *
     * @throws PackageRefusedException when there is no form, or the delivery cannot be taken at all
     */
    public BatchSummary run(PackageReader reader, BatchListener listener) throws IOException {
        return run(Delivery.of(reader, limits), listener);
    }

    /** The same for a delivery in several files. */
    public BatchSummary run(Delivery delivery, BatchListener listener) throws IOException {
        if (!delivery.hasForm()) {
            throw delivery.formMissing();
        }
        PackageReader reader = delivery.reader();
        List<Form> forms = delivery.forms();
        List<Applicant> applicants = forms.stream()
                .flatMap(form -> form.rows().stream())
                .map(Applicant::new)
                .toList();
        Set<PackageEntry> workbooks = forms.stream().map(Form::entry).collect(Collectors.toSet());
        List<FileRole> files = reader.entries().stream()
                .filter(entry -> !workbooks.contains(entry))
                .map(FileRoles::of)
                .toList();
        listener.begins(applicants.size(), (int) files.stream()
                .filter(file -> !(file instanceof FileRole.Unknown))
                .count());
        FileMatcher matcher = new FileMatcher(applicants, files);
        Deque<PreparedRow> prepared = prepare(applicants, matcher, reader);
        int total = prepared.size();
        int accepted = 0;
        FileChecks fileChecks = new FileChecks(reader, shared(prepared, reader));
        while (!prepared.isEmpty()) {
            RowReport report = finish(prepared.remove(), matcher, fileChecks);
            accepted += report.isAccepted() ? 1 : 0;
            listener.checked(report, total - prepared.size(), total);
        }
        return new PackageNotices(reader, files)
                .summary(total, accepted, matcher)
                .with(wrongSitting(applicants));
    }

    /** When not one row is for this sitting, it is not the rows that are wrong. */
    private List<Notice> wrongSitting(List<Applicant> applicants) {
        Set<String> sittings = applicants.stream()
                .map(applicant -> applicant.row().text(Column.SITTING))
                .collect(Collectors.toSet());
        String other = sittings.size() == 1 ? sittings.iterator().next() : "";
        return other.isEmpty() || other.equals(terms.sittingCode())
                ? List.of()
                : List.of(new Notice(
                        null,
                        "wrong-sitting",
                        "申报表里全部 " + applicants.size() + " 行写的考试批次都是“" + Shown.text(other) + "”，本批次是 "
                                + terms.sittingCode() + "。如果传错了批次，请为对应考期新建批次后上传；这里的各行没有写入名册。"));
    }

    /** A row whose cells are checked and whose photo is found, before any photo is looked at. */
    private record PreparedRow(
            Applicant applicant,
            Findings findings,
            @Nullable PhotoMatch photo,
            Optional<EligibilityVerdict> verdict,
            Set<Material> papers) {}

    private Deque<PreparedRow> prepare(List<Applicant> applicants, FileMatcher matcher, PackageReader reader) {
        Map<String, Applicant> first = new HashMap<>();
        Deque<PreparedRow> rows = new ArrayDeque<>();
        for (Applicant applicant : applicants) {
            Findings findings = new Findings(applicant.row().number());
            fields.check(applicant, findings);
            Optional<ResidentId> id = identity.check(applicant, findings);
            Optional<EligibilityVerdict> verdict = eligibility.check(applicant, findings);
            eligibility.years(applicant, id, findings);
            Set<Material> papers = eligibility.papers(applicant, verdict, findings);
            Applicant earlier = id.map(number -> first.putIfAbsent(number.number(), applicant))
                    .orElse(null);
            if (earlier != null) {
                findings.block(duplicate(earlier));
            }
            PhotoMatch photo = earlier == null ? matcher.photo(applicant, id.isPresent()) : null;
            rows.add(new PreparedRow(applicant, findings, photo, verdict, papers));
        }
        return rows;
    }

    private static SharedPhotos shared(Collection<PreparedRow> rows, PackageReader reader) {
        SharedPhotos shared = new SharedPhotos(reader);
        for (PreparedRow row : rows) {
            if (row.photo() instanceof PhotoMatch.Found(FileRole.Photo photo)) {
                shared.add(row.applicant(), photo.entry());
            }
        }
        return shared;
    }

    /** A duplicate row has no files of its own: they belong to the row that stands. */
    private static RowReport finish(PreparedRow row, FileMatcher matcher, FileChecks checks) throws IOException {
        Findings findings = row.findings();
        PackageEntry photo = null;
        Map<Material, PackageEntry> papers = Map.of();
        if (row.photo() != null) {
            photo = checks.photo(row.applicant(), row.photo(), findings);
            papers = checks.papers(matcher.papers(row.applicant()), row.papers(), findings);
        }
        return new RowReport(
                row.applicant(),
                findings.problems(),
                findings.notices(),
                row.verdict().orElse(null),
                new MatchedFiles(photo, papers));
    }

    private static RowProblem duplicate(Applicant earlier) {
        String where = earlier.row().where();
        return new RowProblem(
                "duplicate-in-batch",
                "证件号码",
                "该证件号码已在" + where + "（" + earlier.shownName() + "）出现，一个批次一人一行，以先出现的为准。",
                "请删除重复的一行；若两行不是同一人，请更正证件号码。",
                where,
                "一人一行");
    }
}
