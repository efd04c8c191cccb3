package io.tanshi.enrolment.batch;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.intake.UploadedFile;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.files.Files;
import io.tanshi.files.StoredFile;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens batches and takes uploads: the original is kept, encrypted, before anything looks into it. */
@Service
class UploadDesk {

    private final CheckRunner.Stores stores;
    private final Files files;
    private final Sittings sittings;
    private final AuditTrail trail;
    private final Clock clock;
    private final PackageLimits limits;
    private final UploadRight right;
    private final TransactionTemplate transactions;

    UploadDesk(
            CheckRunner.Stores stores,
            Files files,
            Sittings sittings,
            AuditTrail trail,
            Clock clock,
            PackageLimits limits,
            UploadRight right,
            PlatformTransactionManager transactions) {
        this.stores = stores;
        this.files = files;
        this.sittings = sittings;
        this.trail = trail;
        this.clock = clock;
        this.limits = limits;
        this.right = right;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @throws Problem when the sitting does not take registrations */
    @Transactional
    Batch open(SittingId sitting, CurrentAccount me) {
        requireOpen(sitting);
        InstitutionId institution = me.requireInstitution();
        right.require(institution);
        Batch batch =
                stores.batches().create(institution, sitting, me.accountId().value(), clock.instant());
        trail.record(me.actor(), "enrolment.batch-created", "batch", batch.id(), Map.of("sitting", sitting.toString()));
        return batch;
    }

    /**
     * Keeps what came in one piece; the caller then has it checked. Not a transaction as a whole: over a slow line it would
     * hold a database connection for minutes.
     *
     * @param length as declared, negative when it was not
     */
    UUID receive(Batch batch, String fileName, long length, InputStream content, CurrentAccount me) throws IOException {
        requireUpload(batch);
        requireSize(length);
        stores.uploads().requireIdle(batch.id());
        StoredFile file = files.store(new LimitedStream(content, limits.maxUploadBytes(), this::tooLarge));
        try {
            requireSize(file.size());
            return Objects.requireNonNull(transactions.execute(_ -> accept(batch, fileName, file, me)));
        } catch (RuntimeException e) {
            files.delete(file.id());
            throw e;
        }
    }

    /** Of two that arrive together the first is checked, and the other is refused. */
    private UUID accept(Batch batch, String fileName, StoredFile file, CurrentAccount me) {
        stores.batches().lock(batch.id());
        stores.uploads().requireIdle(batch.id());
        take(batch, fileName, file, me.actor(), me.accountId().value());
        return gather(batch.id(), me.accountId().value()).orElseThrow();
    }

    /** Keeps a file that has arrived whole until the check takes it. */
    @Transactional
    void take(Batch batch, String fileName, StoredFile file, Actor by, @Nullable UUID account) {
        UploadPart part =
                new UploadPart(Ids.next(), file.id(), UploadedFile.name(fileName), file.size(), clock.instant(), null);
        stores.uploads().parts().insert(batch.id(), part, account);
        trail.record(
                by,
                "enrolment.upload-received",
                "upload",
                part.id(),
                Map.of("batch", batch.id().toString(), "size", file.size(), "sha256", file.sha256()));
    }

    /**
     * Makes an upload of the files that wait, or adds them to one that waits for its form.
     *
     * @return what is to be checked now; empty when nothing waits, or the check before is not over
     */
    @Transactional
    Optional<UUID> gather(BatchId batch, @Nullable UUID by) {
        stores.batches().lock(batch);
        Optional<Upload> last = stores.uploads().latest(batch);
        if (last.isPresent() && !last.get().state().isOver()
                || stores.uploads().parts().waiting(batch).isEmpty()) {
            return Optional.empty();
        }
        UUID id = last.filter(upload -> upload.state() == Upload.State.AWAITING_FORM)
                .map(Upload::id)
                .orElseGet(() -> fresh(batch, by));
        stores.uploads().again(id);
        stores.uploads().parts().join(batch, id);
        return Optional.of(id);
    }

    private UUID fresh(BatchId batch, @Nullable UUID by) {
        Upload upload = new Upload(
                Ids.next(),
                batch,
                List.of(),
                Upload.State.WAITING,
                clock.instant(),
                null,
                null,
                null,
                null,
                0,
                List.of(),
                null);
        stores.uploads().insert(upload, by);
        return upload.id();
    }

    /** @throws Problem when the sitting does not take registrations any more, or the institution's authorisation is over */
    void requireUpload(Batch batch) {
        requireOpen(batch.sitting());
        right.require(batch.institution());
    }

    /** @throws Problem when the sitting does not take registrations any more */
    void requireOpen(SittingId id) {
        Sitting sitting = sittings.find(id).orElseThrow(() -> Problem.notFound("这个考期"));
        if (!sitting.registrationOpen(clock.instant())) {
            throw Problem.of(EnrolmentError.REGISTRATION_CLOSED, sitting.name() + "的报名已截止，不能再上传或提交。请选择下一个考期。");
        }
    }

    void requireSize(long size) {
        if (size >= 0) {
            limits.refusal(size).ifPresent(refusal -> {
                throw problem(size == 0 ? EnrolmentError.UPLOAD_EMPTY : EnrolmentError.UPLOAD_TOO_LARGE, refusal);
            });
        }
    }

    private Problem tooLarge() {
        return problem(
                EnrolmentError.UPLOAD_TOO_LARGE, limits.refusal(Long.MAX_VALUE).orElseThrow());
    }

    private static Problem problem(EnrolmentError code, PackageRefusedException refusal) {
        return Problem.of(code, refusal.words() + refusal.fix());
    }
}
