package io.tanshi.enrolment.batch;

import io.tanshi.audit.Actor;
import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.transfer.Transfer;
import io.tanshi.enrolment.transfer.Transfers;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Takes the files of a batch piece by piece. When the last of them is whole, their check begins. */
@Service
class TransferDesk {

    private static final Logger log = LoggerFactory.getLogger(TransferDesk.class);
    private static final Actor SYSTEM = Actor.system("intake-transfer");

    /** Of one batch at a time: the check reads all of them together. */
    static final int MOST_FILES = 20;

    private final UploadDesk desk;
    private final UploadStore uploads;
    private final BatchStore batches;
    private final CheckQueue checks;
    private final Transfers transfers;

    TransferDesk(UploadDesk desk, UploadStore uploads, BatchStore batches, CheckQueue checks, Transfers transfers) {
        this.desk = desk;
        this.uploads = uploads;
        this.batches = batches;
        this.checks = checks;
        this.transfers = transfers;
    }

    /** @throws Problem after the deadline, or when the file is empty, too large, or one too many */
    Transfer begin(Batch batch, Transfer.Facts facts, long size, CurrentAccount me) {
        desk.requireUpload(batch);
        desk.requireSize(size);
        int waiting = transfers.ofBatch(batch.id().value()).size()
                + uploads.parts().waiting(batch.id()).size();
        if (waiting >= MOST_FILES) {
            throw Problem.of(
                    EnrolmentError.TOO_MANY_FILES,
                    "一个批次一次最多上传 " + MOST_FILES + " 个文件，已有 " + waiting + " 个。请等这些文件检查完毕，或把材料合成较少的压缩包。");
        }
        return transfers.begin(batch.id().value(), facts, size, me.accountId().value());
    }

    /** Where a transfer stands. When all is there, and the file was not made of it, it is made now. */
    Transfer standing(Batch batch, UUID id, CurrentAccount me) throws IOException {
        Transfer transfer = transfers.settled(batch.id().value(), id);
        if (transfer.isComplete()) {
            finish(batch, transfer, me.actor(), me.accountId().value());
        }
        return transfer;
    }

    private Transfer get(Batch batch, UUID id) {
        return transfers.get(batch.id().value(), id);
    }

    Transfer append(Batch batch, UUID id, long from, InputStream content, CurrentAccount me) throws IOException {
        desk.requireUpload(batch);
        Transfer transfer = transfers.append(get(batch, id), from, content);
        if (transfer.isComplete()) {
            finish(batch, transfer, me.actor(), me.accountId().value());
        }
        return transfer;
    }

    void cancel(Batch batch, UUID id) {
        transfers.drop(get(batch, id));
        checks.proceed(batch.id());
    }

    private void finish(Batch batch, Transfer transfer, Actor by, @Nullable UUID account) throws IOException {
        transfers.finish(transfer, whole -> desk.take(batch, transfer.facts().fileName(), whole, by, account));
        checks.proceed(batch.id());
    }

    /** Of what a kill has left when all bytes were there, the file is made now. */
    @EventListener(ApplicationReadyEvent.class)
    void finishWhatIsComplete() {
        for (Transfer transfer : transfers.complete()) {
            try {
                finish(batches.get(new BatchId(transfer.batch())), transfer, SYSTEM, null);
            } catch (IOException | RuntimeException e) {
                log.error("The file of transfer {} could not be made of its pieces", transfer.id(), e);
            }
        }
        uploads.parts().batchesThatWait().forEach(batch -> checks.proceed(new BatchId(batch)));
    }

    /** Nobody comes back to these; files that waited for them are checked without them. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void dropExpired() {
        transfers.dropExpired().forEach(batch -> checks.proceed(new BatchId(batch)));
    }
}
