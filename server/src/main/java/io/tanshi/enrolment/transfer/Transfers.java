package io.tanshi.enrolment.transfer;

import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.files.StoredFile;
import io.tanshi.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files piece by piece. Each piece is encrypted and committed before the next one is read, so that a break of the
 * line costs what was in flight and a kill of the server one piece. Nobody holds a lock while reading: whoever comes later
 * takes over, and a connection that died unnoticed keeps nobody waiting.
 */
@Service
public class Transfers {

    private static final int PIECE = 1 << 20;

    private final TransferStore store;
    private final Files files;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final Senders senders = new Senders();

    Transfers(TransferStore store, Files files, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    public Transfer begin(UUID batch, Transfer.Facts facts, long size, @Nullable UUID by) {
        Instant now = clock.instant();
        // All of it random, unlike other ids: nobody shall guess where others are sending to.
        Transfer transfer = new Transfer(UUID.randomUUID(), batch, facts, size, 0, now, now);
        store.insert(transfer, by);
        return transfer;
    }

    /** @throws Problem when there is none of that id in the batch, or it has waited too long */
    public Transfer get(UUID batch, UUID id) {
        Transfer transfer = store.find(batch, id).orElseThrow(() -> Problem.notFound("这次上传"));
        if (isExpired(transfer)) {
            throw Problem.of(
                    EnrolmentError.TRANSFER_EXPIRED,
                    "这个文件超过 " + Transfer.PATIENCE.toDays() + " 天没有继续上传，已传的部分已清除。请重新上传整个文件。");
        }
        return transfer;
    }

    /** Those of a batch that can be continued, in the order in which they began. */
    public List<Transfer> ofBatch(UUID batch) {
        return store.ofBatch(batch).stream()
                .filter(transfer -> !isExpired(transfer))
                .toList();
    }

    /** Those of which all has come, and nobody has made the file yet. */
    public List<Transfer> complete() {
        return store.complete();
    }

    /**
     * Takes what comes until it ends, breaks off, or is all there.
     *
     * @return the transfer with what has come
     * @throws Problem when {@code from} is not where the transfer stands
     */
    public Transfer append(Transfer transfer, long from, InputStream content) {
        if (from != transfer.received()) {
            throw conflict(transfer.received());
        }
        Body body = new Body(content);
        Senders.Sender sender = senders.enter(transfer.id());
        try {
            take(transfer, from, body, sender);
        } finally {
            senders.leave(transfer.id(), sender);
        }
        if (body.hasMore()) {
            throw Problem.of(EnrolmentError.UPLOAD_TOO_LARGE, "发来的内容比上传开始时说明的大小多。请重新选择文件上传。");
        }
        return get(transfer.batch(), transfer.id());
    }

    private void take(Transfer transfer, long from, Body body, Senders.Sender sender) {
        byte[] piece = new byte[(int) Math.min(PIECE, Math.max(1, transfer.size() - from))];
        long at = from;
        while (at < transfer.size() && !body.isOver()) {
            int length = body.fill(piece, (int) Math.min(piece.length, transfer.size() - at));
            long start = at;
            if (length > 0 && !sender.store(() -> keep(transfer, start, piece, length))) {
                throw conflict(transfer);
            }
            at += length;
        }
    }

    /** Where the transfer stands, and stays until somebody sends again. */
    public Transfer settled(UUID batch, UUID id) {
        senders.settle(get(batch, id).id());
        return get(batch, id);
    }

    private void keep(Transfer transfer, long at, byte[] piece, int length) {
        transactions.executeWithoutResult(_ -> {
            if (!store.advance(transfer, at, length, clock.instant())) {
                throw conflict(transfer);
            }
            try {
                StoredFile file = files.store(new ByteArrayInputStream(piece, 0, length));
                store.insertPiece(transfer, at, file.id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Problem conflict(Transfer transfer) {
        return conflict(store.find(transfer.batch(), transfer.id())
                .map(Transfer::received)
                .orElse(0L));
    }

    private static Problem conflict(long received) {
        return Problem.of(
                EnrolmentError.TRANSFER_OFFSET, "发来的一段接不上：服务器已收到前 " + received + " 字节。页面会自动从这里继续；若没有继续，请刷新后重新选择同一文件。");
    }

    /**
     * Makes one file of the pieces and hands it over; the transfer is then gone.
     *
     * @param handOver runs in the transaction that ends the transfer
     * @return whether it was there to be ended
     */
    public boolean finish(Transfer transfer, Consumer<StoredFile> handOver) throws IOException {
        List<FileId> pieces = store.pieces(transfer);
        StoredFile whole;
        try (InputStream content = new Pieces(files, pieces)) {
            whole = files.store(content);
        }
        boolean mine = false;
        try {
            mine = Boolean.TRUE.equals(transactions.execute(_ -> {
                boolean there = drop(transfer, pieces);
                if (there) {
                    handOver.accept(whole);
                }
                return there;
            }));
            return mine;
        } finally {
            if (!mine) {
                files.delete(whole.id());
            }
        }
    }

    /** Forgets the transfer and what has come of it. */
    public boolean drop(Transfer transfer) {
        return Boolean.TRUE.equals(transactions.execute(_ -> drop(transfer, store.pieces(transfer))));
    }

    private boolean drop(Transfer transfer, List<FileId> pieces) {
        boolean there = store.delete(transfer);
        if (there) {
            pieces.forEach(files::delete);
        }
        return there;
    }

    /** Forgets those that nobody has continued for too long; of which batches they were. */
    public List<UUID> dropExpired() {
        return store.untouchedSince(clock.instant().minus(Transfer.PATIENCE)).stream()
                .filter(this::drop)
                .map(Transfer::batch)
                .distinct()
                .toList();
    }

    private boolean isExpired(Transfer transfer) {
        return clock.instant().isAfter(transfer.expiresAt());
    }
}
