package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.BadFiles;
import io.tanshi.enrolment.intake.Delivery;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.workbook.FormWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows are asked for and stored many at a time: each comes out as if it had come alone. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import(ThursdayBeforeTheDeadline.class)
final class BlocksOfRowsModuleTests extends BatchScene {

    /** Two whole blocks and a part of a third. */
    private static final int MANY = 1_203;

    @Autowired
    private RunningCheck running;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    @Test
    void aFormOfSeveralBlocksIsStoredWholeAndInOrder() throws IOException {
        byte[] form = new BadFiles(MadePackages.SITTING, folder).rows(MANY);

        check("名单.xlsx", form);

        List<BatchRow> stored = current();
        assertThat(stored)
                .extracting(BatchRow::number)
                .containsExactlyElementsOf(IntStream.range(4, 4 + MANY).boxed().toList());
        BatchRow last = stored.getLast();
        assertThat(stores.rows()
                        .numberTwin(batch.id(), last.draft().registration().documentNumber(), List.of()))
                .map(BatchRow::id)
                .contains(last.id());

        check("名单改.xlsx", new BadFiles(MadePackages.SITTING, folder).rows(MANY - 1));

        assertThat(stores.rows().rows(batch.id(), Set.of(Stage.REPLACED))).hasSize(MANY - 1);
        assertThat(current()).as("and the one who is not in it any more").hasSize(MANY);
    }

    @Test
    void twoOfOneBlockWhoBringAPhotoFromEarlierAreStillSeenToShareIt() throws IOException {
        check("报名.zip", MadePackages.of(5, 5, Set.of(Fault.PHOTO_SHARED)));
        List<BatchRow> pair = blocked();
        assertThat(pair).hasSize(2);

        check("问题行.xlsx", workbook(pair));

        assertThat(blocked())
                .hasSize(2)
                .allSatisfy(row -> assertThat(codes(row)).containsExactly("photo-shared"))
                .extracting(BatchRow::id)
                .doesNotContainAnyElementsOf(pair.stream().map(BatchRow::id).toList());
    }

    @Test
    void whoeverIsCheckedAgainIsStoredAndSeenBeforeTheNext() throws IOException {
        check("报名.zip", MadePackages.of(5, 6, Set.of(Fault.PHONE, Fault.SEX)));
        assertThat(blocked()).hasSize(2);
        UUID id = desk.receive(batch, "问题行.xlsx", -1, new ByteArrayInputStream(workbook(blocked())), me);
        Upload upload = stores.uploads().get(id);
        List<Integer> seen = new ArrayList<>();

        try (Delivery delivery = running.open(upload.parts())) {
            running.begin(batch, upload, new TransactionTemplate(transactions))
                    .run(delivery, running.limits(), new PackageCheck.Progress() {
                        @Override
                        public void rows(int total) {
                            assertThat(total).isEqualTo(2);
                        }

                        @Override
                        public void row() {
                            seen.add(stores.rows().checked(id));
                        }
                    });
        }

        assertThat(seen).endsWith(0, 1);
    }

    private byte[] workbook(List<BatchRow> rows) throws IOException {
        return FormWorkbook.problems(
                "绿源",
                sitting.code(),
                rows.stream()
                        .map(row -> new FormWorkbook.ProblemRow(
                                row.draft().registration(), row.draft().problems()))
                        .toList());
    }

    @Test
    void peopleOfOneBlockAreEachPlacedBesideTheirOwnApplication() throws IOException {
        byte[] zip = MadePackages.of(4, 77, Set.of());
        check("报名.zip", zip);
        List<BatchRow> registered = current();
        submission.submit(batch, me.actor());
        Batch other = desk.open(sitting.id(), me);

        UUID upload =
                desk.receive(other, "又一次.xlsx", -1, new ByteArrayInputStream(workbook(registered.subList(0, 3))), me);
        checks.run(upload);

        assertThat(stores.rows().rows(other.id(), RowStore.LIVE))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.stage()).isEqualTo(Stage.SKIPPED));
    }
}
