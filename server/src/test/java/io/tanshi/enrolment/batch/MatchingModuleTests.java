package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.batch.MatchingDesk.Place;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.workbook.FormWorkbook;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/** Files of a package find their people, by the check or by a person. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import(ThursdayBeforeTheDeadline.class)
final class MatchingModuleTests extends BatchScene {

    @Autowired
    private MatchingDesk matching;

    @Autowired
    private BatchPages pages;

    @Autowired
    private JdbcClient sql;

    @Test
    void aPhotoOfNobodyWaitsUntilAPersonSaysWhoseItIs() throws IOException {
        check("报名.zip", MadePackages.of(5, 31, Set.of(Fault.ORPHAN_PHOTO, Fault.PHOTO_MISSING)));
        LooseFile photo = tray().getFirst();
        assertThat(photo.reason()).isEqualTo(LooseFile.Reason.NO_ROW);
        assertThat(photo.said().kind()).isEqualTo(DocumentKind.PHOTO);
        BatchRow row = blocked().getFirst();

        matching.assign(batch, photo.id(), new Place(row.id(), row.version(), DocumentKind.PHOTO), me);

        assertThat(blocked()).isEmpty();
        assertThat(tray()).isEmpty();
        assertThat(submission.submit(batch, me.actor()).submitted()).isEqualTo(5);
    }

    @Test
    void aDoubtfulPhotoLeadsToTheRowItIsDoubtfulFor() throws IOException {
        check("报名.zip", MadePackages.of(5, 32, Set.of(Fault.PHOTO_WRONG_NAME, Fault.PHOTO_WRONG_NUMBER)));

        assertThat(blocked())
                .hasSize(2)
                .allSatisfy(row -> assertThat(codes(row)).containsExactly("photo-name-mismatch"));
        assertThat(tray())
                .extracting(LooseFile::suggestedRow)
                .containsExactlyInAnyOrderElementsOf(
                        blocked().stream().map(BatchRow::id).toList());
        assertThat(tray())
                .extracting(LooseFile::reason)
                .containsExactlyInAnyOrder(LooseFile.Reason.NAME_DIFFERS, LooseFile.Reason.NUMBER_DIFFERS);
    }

    @Test
    void aFormSentAgainKeepsTheHintOfADoubtfulPhotoAndTellsItsRowsFromThoseBefore() throws IOException {
        check("报名.zip", MadePackages.of(5, 32, Set.of(Fault.PHOTO_WRONG_NUMBER)));
        submission.submit(batch, me.actor());
        BatchRow doubtful = blocked().getFirst();

        check(
                "问题行改好.xlsx",
                FormWorkbook.problems(
                        "绿源",
                        sitting.code(),
                        List.of(new FormWorkbook.ProblemRow(doubtful.draft().registration(), List.of()))));

        BatchRow again = blocked().getFirst();
        assertThat(again.id()).isNotEqualTo(doubtful.id());
        assertThat(tray()).extracting(LooseFile::suggestedRow).containsExactly(again.id());
        assertThat(again.number())
                .as("rows of every workbook begin at the same one")
                .isEqualTo(4);
        assertThat(pages.row(batch, again.id()).origin()).isEqualTo("问题行改好.xlsx");
        assertThat(originsOfRow(4)).containsExactlyInAnyOrder("报名.zip", "问题行改好.xlsx");
        assertThat(originsOfRow(5)).as("this number is enough").containsOnlyNulls();
    }

    private List<@Nullable String> originsOfRow(int number) {
        return pages.rows(batch, false, null, 0, 100).items().stream()
                .filter(row -> row.row() == number)
                .map(BatchViews.BatchRowView::origin)
                .toList();
    }

    @Test
    void theNameOfALooseFileStandsNowhereInClear() throws IOException {
        check("报名.zip", MadePackages.of(4, 33, Set.of(Fault.ORPHAN_PHOTO)));
        LooseFile photo = tray().getFirst();
        String number = photo.fileName().replaceAll("[^0-9X]", "").substring(0, 17);

        String kept = sql.sql("select row_to_json(l)::text from enrolment.loose_file l where id = ?")
                .param(photo.id())
                .query(String.class)
                .single();

        assertThat(kept).doesNotContain(number).doesNotContain(photo.fileName().substring(0, 2));
    }

    @Test
    void theSamePackageAgainBringsNothingNewIntoTheTray() throws IOException {
        byte[] zip = MadePackages.of(4, 34, Set.of(Fault.ORPHAN_PHOTO));
        check("报名.zip", zip);
        UUID first = tray().getFirst().id();

        check("报名.zip", zip);

        assertThat(tray()).extracting(LooseFile::id).containsExactly(first);
    }

    @Test
    void whatAnUnfinishedCheckPutAsideIsForgottenWithIt() throws IOException {
        check("报名.zip", MadePackages.of(4, 35, Set.of(Fault.ORPHAN_PHOTO)));
        LooseFile known = tray().getFirst();
        UUID upload = known.upload();
        sql.sql("update enrolment.loose_file set stage = 'CHECKING' where id = ?")
                .param(known.id())
                .update();

        assertThat(stores.rows().forget(upload)).contains(known.file());

        assertThat(tray()).isEmpty();
    }

    @Test
    void aFileThatMakesRoomForAnotherIsNotLost() throws IOException {
        check("报名.zip", MadePackages.of(3, 36, Set.of()));
        List<BatchRow> rows = current();
        Place from = new Place(rows.get(0).id(), rows.get(0).version(), DocumentKind.PHOTO);
        Place to = new Place(rows.get(1).id(), rows.get(1).version(), DocumentKind.PHOTO);
        var moved = stores.rows().files(from.row()).get(DocumentKind.PHOTO);
        var displaced = Objects.requireNonNull(stores.rows().files(to.row()).get(DocumentKind.PHOTO));

        matching.move(batch, from, to, me);

        assertThat(stores.rows().files(to.row())).containsEntry(DocumentKind.PHOTO, moved);
        assertThat(stores.rows().files(from.row())).doesNotContainKey(DocumentKind.PHOTO);
        assertThat(codes(stores.rows().row(batch.id(), from.row()))).containsExactly("photo-missing");
        assertThat(tray()).singleElement().satisfies(file -> {
            assertThat(file.file()).isEqualTo(displaced.fileId());
            assertThat(file.reason()).isEqualTo(LooseFile.Reason.REPLACED);
        });
    }

    @Test
    void aPaperFiledAsAnotherKindMovesWithinItsRow() throws IOException {
        check("报名.zip", MadePackages.of(2, 37, Set.of()));
        BatchRow row = current().getFirst();

        matching.takeOut(batch, new Place(row.id(), row.version(), DocumentKind.WORK), me);
        assertThat(codes(row(row))).containsExactly("material-missing:工作证明");
        matching.move(
                batch,
                new Place(row.id(), row(row).version(), DocumentKind.EDUCATION),
                new Place(row.id(), row(row).version(), DocumentKind.WORK),
                me);

        assertThat(codes(row(row))).containsExactly("material-missing:学历证书");
        assertThat(tray()).extracting(LooseFile::reason).containsExactly(LooseFile.Reason.TAKEN_OUT);
    }
}
