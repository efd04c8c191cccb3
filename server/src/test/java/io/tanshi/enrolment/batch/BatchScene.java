package io.tanshi.enrolment.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.batch.BatchRow.Stage;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A batch of a new institution on a day on which registration is open. */
abstract class BatchScene {

    @Autowired
    UploadDesk desk;

    @Autowired
    CheckRunner checks;

    @Autowired
    CheckRunner.Stores stores;

    @Autowired
    LooseStore loose;

    @Autowired
    RowDesk rowDesk;

    @Autowired
    Submission submission;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Sittings sittings;

    Sitting sitting;
    CurrentAccount me;
    CurrentAccount colleague;
    Batch batch;

    @BeforeEach
    void aNewInstitutionWithABatch() {
        sitting = sittings.findByCode(MadePackages.SITTING).orElseThrow();
        InstitutionId institution = InstitutionId.next();
        me = new CurrentAccount(AccountId.next(), "孙玉婷", Set.of(Role.INSTITUTION_MANAGER), institution, null);
        colleague = new CurrentAccount(AccountId.next(), "方立群", Set.of(Role.INSTITUTION_STAFF), institution, null);
        batch = desk.open(sitting.id(), me);
    }

    void check(String name, byte[] content) throws IOException {
        checks.run(desk.receive(batch, name, -1, new ByteArrayInputStream(content), me));
        Upload upload = stores.uploads().latest(batch.id()).orElseThrow();
        assertThat(upload.state()).as("%s", upload.refusal()).isEqualTo(Upload.State.CHECKED);
    }

    List<LooseFile> tray() {
        return loose.of(batch.id());
    }

    BatchRow row(BatchRow before) {
        return stores.rows().row(batch.id(), before.id());
    }

    List<BatchRow> current() {
        return stores.rows().rows(batch.id(), Set.of(Stage.CURRENT));
    }

    List<BatchRow> blocked() {
        return stores.rows().blocked(batch.id(), 100);
    }

    List<Dossier> pending() {
        return dossiers.ofInstitution(me.requireInstitution(), sitting.id(), EnumSet.of(ApplicationState.PENDING));
    }

    static List<String> codes(BatchRow row) {
        return row.draft().problems().stream().map(RowProblem::code).toList();
    }
}
