package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.archive.Shown;
import io.tanshi.identity.people.Institutions.Authorisation;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a checked row means beside the other rows of its batch and beside what is registered already. */
@Component
class RowStanding {

    /**
     * A row with its place.
     *
     * @param stage CURRENT, SKIPPED, or REPLACED when the batch itself has submitted the person
     * @param updates the returned application that the row would correct
     */
    record Placed(Stage stage, Draft draft, @Nullable ApplicationId updates) {}

    /**
     * What is on record of the people of some rows and of their institution; asked once for all of them.
     *
     * @param registered by document number
     */
    record OnRecord(Authorisation right, Map<String, Dossier> registered) {

        private Optional<Dossier> of(String number) {
            return Optional.ofNullable(registered.get(number));
        }
    }

    private final Dossiers dossiers;
    private final Sittings sittings;
    private final RowStore rows;
    private final UploadRight right;

    RowStanding(Dossiers dossiers, Sittings sittings, RowStore rows, UploadRight right) {
        this.dossiers = dossiers;
        this.sittings = sittings;
        this.rows = rows;
        this.right = right;
    }

    /** Adds what the other rows of the batch say, but for those that this row takes the place of. */
    Draft besideOthers(Batch batch, Draft draft, Map<DocumentKind, Document> files, Collection<UUID> leftOut) {
        Draft result = draft;
        String number = draft.registration().documentNumber();
        if (!number.isEmpty()) {
            Optional<BatchRow> twin = rows.numberTwin(batch.id(), number, leftOut);
            if (twin.isPresent()) {
                result = result.withProblem(duplicate(twin.get()));
            }
        }
        Document photo = files.get(DocumentKind.PHOTO);
        Optional<BatchRow> lookalike =
                photo == null ? Optional.empty() : rows.photoTwin(batch.id(), photo.sha256(), number, leftOut);
        return lookalike.isPresent() ? result.withProblem(sharedPhoto(lookalike.get())) : result;
    }

    /** What the reviewers have of a person whom they sent back to this institution; empty for everybody else. */
    Map<DocumentKind, Document> returned(Batch batch, String number, OnRecord record) {
        return record.of(number)
                .filter(dossier -> dossier.state() == ApplicationState.RETURNED)
                .filter(dossier -> dossier.institution().equals(batch.institution()))
                .map(dossier -> dossiers.documents(dossier.id()))
                .orElse(Map.of());
    }

    /** Everything that is asked of the record when rows of these people are placed. */
    OnRecord onRecord(Batch batch, Collection<String> numbers) {
        List<String> known =
                numbers.stream().filter(number -> !number.isEmpty()).toList();
        return new OnRecord(right.of(batch.institution()), dossiers.live(batch.sitting(), known));
    }

    /** Places the row beside the applications of its sitting. */
    Placed beside(Batch batch, Draft checked, Map<DocumentKind, Document> files) {
        return beside(
                batch,
                checked,
                files,
                onRecord(batch, List.of(checked.registration().documentNumber())));
    }

    /** The same with what is on record of the row's person among others. */
    Placed beside(Batch batch, Draft checked, Map<DocumentKind, Document> files, OnRecord record) {
        Draft draft = UploadRight.problem(record.right(), checked.registration().level())
                .filter(_ -> !checked.codes().contains(UploadRight.LEVEL_NOT_AUTHORISED))
                .map(checked::withProblem)
                .orElse(checked);
        Optional<Dossier> registered = record.of(draft.registration().documentNumber());
        if (registered.isEmpty()) {
            return new Placed(Stage.CURRENT, draft, null);
        }
        Dossier dossier = registered.get();
        if (!dossier.institution().equals(batch.institution())) {
            return new Placed(Stage.CURRENT, draft.withProblem(registeredElsewhere(batch)), null);
        }
        if (dossier.state() == ApplicationState.RETURNED && saysSomethingNew(dossier, draft, files)) {
            return new Placed(Stage.CURRENT, draft, dossier.id());
        }
        return new Placed(dossier.batch().equals(batch.id()) ? Stage.REPLACED : Stage.SKIPPED, draft, null);
    }

    private boolean saysSomethingNew(Dossier dossier, Draft draft, Map<DocumentKind, Document> files) {
        if (!dossier.registration().saysTheSameAs(draft.registration())) {
            return true;
        }
        Map<DocumentKind, Document> known = dossiers.documents(dossier.id());
        return files.values().stream().anyMatch(file -> {
            Document before = known.get(file.kind());
            return before == null || !before.sha256().equals(file.sha256());
        });
    }

    private static RowProblem duplicate(BatchRow other) {
        String where = other.draft().registration().where();
        return new RowProblem(
                "duplicate-in-batch",
                "证件号码",
                "该证件号码已在" + where + "（" + nameOf(other) + "）出现，一个批次一人一行。",
                "请删除重复的一行；若两行不是同一人，请更正证件号码。",
                where,
                "一人一行");
    }

    private static RowProblem sharedPhoto(BatchRow other) {
        String who = other.draft().registration().where() + "（" + nameOf(other) + "）";
        return new RowProblem(
                "photo-shared", "照片", "照片与" + who + "的照片是同一个文件。", "请为两人分别提供本人的照片。", "与" + who + "相同", "每人一张本人照片");
    }

    private static String nameOf(BatchRow row) {
        return Shown.text(row.draft().registration().name());
    }

    private RowProblem registeredElsewhere(Batch batch) {
        Sitting sitting = sittings.get(batch.sitting());
        return new RowProblem(
                "registered-elsewhere",
                "证件号码",
                "该证件号码已由另一家机构报名" + sitting.name() + "，同一考期一人只能报名一次。",
                "请与学员核实由哪家机构报名；确由你机构报名的，请对方机构先撤回，再重新上传这一行。",
                "已报名",
                "本考期未报名");
    }
}
