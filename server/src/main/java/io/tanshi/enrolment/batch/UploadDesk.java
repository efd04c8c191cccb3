package io.tanshi.enrolment.batch;

import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.EnrolmentError;
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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens batches and takes uploads: the original is kept, encrypted, before anything looks into it. */
@Service
@Transactional
class UploadDesk {

    /** The largest upload that is taken. */
    static final long MAX_BYTES = 512L << 20;

    private final BatchStore batches;
    private final UploadStore uploads;
    private final Files files;
    private final Sittings sittings;
    private final AuditTrail trail;
    private final Clock clock;

    UploadDesk(BatchStore batches, UploadStore uploads, Files files, Sittings sittings, AuditTrail trail, Clock clock) {
        this.batches = batches;
        this.uploads = uploads;
        this.files = files;
        this.sittings = sittings;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Problem when the sitting does not take registrations */
    Batch open(SittingId sitting, CurrentAccount me) {
        requireOpen(sitting);
        InstitutionId institution = me.requireInstitution();
        Batch batch = batches.create(institution, sitting, me.accountId().value(), clock.instant());
        trail.record(me.actor(), "enrolment.batch-created", "batch", batch.id(), Map.of("sitting", sitting.toString()));
        return batch;
    }

    /** Keeps what came; the caller then has it checked. */
    UUID receive(Batch batch, String fileName, InputStream content, CurrentAccount me) throws IOException {
        requireOpen(batch.sitting());
        uploads.requireIdle(batch.id());
        StoredFile file = files.store(new LimitedStream(content, MAX_BYTES));
        if (file.size() == 0) {
            throw Problem.of(EnrolmentError.UPLOAD_EMPTY, "上传的文件是空的（0 字节）。请确认文件已保存完整后重新上传。");
        }
        Upload upload = new Upload(
                Ids.next(),
                batch.id(),
                file.id(),
                fileName,
                file.size(),
                kind(fileName),
                Upload.State.WAITING,
                clock.instant(),
                null,
                null,
                null,
                null,
                0,
                List.of(),
                null);
        uploads.insert(upload, me.accountId().value());
        trail.record(
                me.actor(),
                "enrolment.upload-received",
                "upload",
                upload.id(),
                Map.of("batch", batch.id().toString(), "size", file.size(), "sha256", file.sha256()));
        return upload.id();
    }

    private static Upload.Kind kind(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls")
                ? Upload.Kind.WORKBOOK
                : Upload.Kind.PACKAGE;
    }

    /** @throws Problem when the sitting does not take registrations any more */
    void requireOpen(SittingId id) {
        Sitting sitting = sittings.find(id).orElseThrow(() -> Problem.notFound("这个考期"));
        if (!sitting.registrationOpen(clock.instant())) {
            throw Problem.of(EnrolmentError.REGISTRATION_CLOSED, sitting.name() + "的报名已截止，不能再上传或提交。请选择下一个考期。");
        }
    }

    static void requireSize(long declared) {
        if (declared > MAX_BYTES) {
            throw tooLarge();
        }
    }

    static Problem tooLarge() {
        return Problem.of(
                EnrolmentError.UPLOAD_TOO_LARGE,
                "文件超过 " + (MAX_BYTES >> 20) + " MB 的上限。请压缩照片和扫描件的尺寸，或分成几个批次上传。已保存的内容没有变化。");
    }
}
