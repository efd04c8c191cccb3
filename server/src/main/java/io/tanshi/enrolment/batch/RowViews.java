package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.batch.BatchViews.BatchNotice;
import io.tanshi.enrolment.batch.BatchViews.BatchRowView;
import io.tanshi.enrolment.batch.BatchViews.DocumentCell;
import io.tanshi.enrolment.batch.BatchViews.DocumentState;
import io.tanshi.enrolment.batch.BatchViews.ProblemView;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row as the institution sees it: every number masked, each document with one word at most. */
final class RowViews {

    private RowViews() {}

    /**
     * @param general what is to be known of every row
     * @param shared the rows whose number is not enough to find them
     */
    static BatchRowView of(
            BatchRow row, Map<DocumentKind, Document> files, List<Notice> general, SharedNumbers.Files shared) {
        Draft draft = row.draft();
        Registration registration = draft.registration();
        List<RowProblem> blocking = draft.blocking();
        ApplicationId application = row.application();
        return new BatchRowView(
                row.id(),
                row.number(),
                row.version(),
                row.stage(),
                registration.name(),
                registration.maskedDocumentNumber(),
                registration.text(Column.LEVEL),
                draft.clauses(),
                RepairAction.first(blocking.stream().map(RowProblem::code).toList())
                        .orElse(null),
                Arrays.stream(DocumentKind.values())
                        .map(kind -> cell(kind, files, blocking))
                        .toList(),
                blocking.stream().map(RowViews::problem).toList(),
                Stream.concat(registration.notices().stream(), general.stream())
                        .map(BatchNotice::of)
                        .toList(),
                draft.rulingRequest(),
                application == null ? null : application.value(),
                origin(row, shared));
    }

    /** Which workbook and sheet the row stands in when its upload has several, or which upload when its number is not enough. */
    static @Nullable String origin(BatchRow row, SharedNumbers.Files shared) {
        Origin origin = row.draft().registration().origin();
        return origin == null || !origin.amongOthers() ? shared.of(row) : origin.file() + " · " + origin.sheet();
    }

    private static ProblemView problem(RowProblem problem) {
        return new ProblemView(
                problem.code(),
                problem.field(),
                Column.ofHeading(problem.field()).map(Column::name).orElse(null),
                problem.found(),
                problem.expected(),
                problem.message(),
                problem.fix());
    }

    private static DocumentCell cell(DocumentKind kind, Map<DocumentKind, Document> files, List<RowProblem> problems) {
        Optional<String> word = problems.stream()
                .map(problem -> word(kind, problem))
                .flatMap(Optional::stream)
                .findFirst();
        DocumentState state = word.map(w -> w.equals("缺") ? DocumentState.MISSING : DocumentState.BAD)
                .orElseGet(() -> files.containsKey(kind)
                        ? DocumentState.OK
                        : kind == DocumentKind.PHOTO ? DocumentState.MISSING : DocumentState.NOT_NEEDED);
        return new DocumentCell(kind, kind.label(), state, files.containsKey(kind), word.orElse(null));
    }

    private static Optional<String> word(DocumentKind kind, RowProblem problem) {
        if (kind != DocumentKind.PHOTO) {
            return problem.code().equals("material-missing:" + kind.fileName())
                    ? Optional.of(problem.found().equals("文件损坏") ? "读不出" : "缺")
                    : Optional.empty();
        }
        return switch (problem.code()) {
            case "photo-missing" -> Optional.of("缺");
            case "photo-unreadable" -> Optional.of("读不出");
            case "photo-name-mismatch", "photo-shared" -> Optional.of("存疑");
            default -> problem.code().startsWith("photo-") ? Optional.of("不合") : Optional.empty();
        };
    }
}
