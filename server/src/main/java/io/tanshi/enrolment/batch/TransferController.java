package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.batch.BatchViews.PartView;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.transfer.Transfer;
import io.tanshi.enrolment.transfer.Transfers;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Uploads that go on where they stopped, by the tus protocol 1.0.0 (tus.io): core with creation, expiration and termination.
 */
@RestController
@RequestMapping("/api/institution/batches/{id}/transfers")
@Requires({Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF})
class TransferController {

    private static final String VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final BatchStore batches;
    private final UploadStore uploads;
    private final TransferDesk desk;
    private final Transfers transfers;
    private final PackageLimits limits;
    private final Clock clock;

    TransferController(
            BatchStore batches,
            UploadStore uploads,
            TransferDesk desk,
            Transfers transfers,
            PackageLimits limits,
            Clock clock) {
        this.batches = batches;
        this.uploads = uploads;
        this.desk = desk;
        this.transfers = transfers;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A transfer that can be continued with the same file.
     *
     * @param modified milliseconds since 1970, as the computer said that began it
     * @param digest of the first and last mebibyte
     */
    record TransferView(
            UUID id,
            String fileName,
            long size,
            long received,
            long modified,
            String digest,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt) {}

    /** What is on its way to the batch, and what has arrived and waits for its check. */
    record TransfersView(List<TransferView> unfinished, List<PartView> waiting, long maxBytes, int maxFiles) {}

    @GetMapping
    TransfersView batchTransfers(@PathVariable UUID id, CurrentAccount me) {
        Batch batch = owned(id, me);
        return new TransfersView(
                transfers.ofBatch(batch.id().value()).stream()
                        .filter(transfer -> !transfer.isComplete())
                        .map(this::view)
                        .toList(),
                uploads.parts().waiting(batch.id()).stream()
                        .map(BatchViews::part)
                        .toList(),
                limits.maxUploadBytes(),
                TransferDesk.MOST_FILES);
    }

    private TransferView view(Transfer t) {
        return new TransferView(
                t.id(),
                t.facts().fileName(),
                t.size(),
                t.received(),
                t.facts().modified(),
                t.facts().digest(),
                t.createdAt().atZone(clock.getZone()).toOffsetDateTime(),
                t.expiresAt().atZone(clock.getZone()).toOffsetDateTime());
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transferOptions(@PathVariable UUID id, HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader("Tus-Version", VERSION);
        response.setHeader("Tus-Extension", "creation,expiration,termination");
        response.setHeader("Tus-Max-Size", Long.toString(limits.maxUploadBytes()));
    }

    /**
     * Announces a file.
     *
     * @param metadata {@code filename}, {@code modified} and {@code digest}, each in base 64
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    void beginTransfer(
            @PathVariable UUID id,
            @RequestHeader(name = "Tus-Resumable", required = false) @Nullable String version,
            @RequestHeader(name = LENGTH, required = false) @Nullable String length,
            @RequestHeader(name = "Upload-Metadata", required = false) @Nullable String metadata,
            HttpServletRequest request,
            HttpServletResponse response,
            CurrentAccount me) {
        Batch batch = owned(id, me);
        requireVersion(version, response);
        Transfer transfer = desk.begin(batch, TusMetadata.read(metadata), number(LENGTH, length), me);
        answer(transfer, response);
        response.setHeader("Location", request.getRequestURI() + "/" + transfer.id());
    }

    @RequestMapping(path = "/{transfer}", method = RequestMethod.HEAD)
    void transferState(
            @PathVariable UUID id,
            @PathVariable UUID transfer,
            @RequestHeader(name = "Tus-Resumable", required = false) @Nullable String version,
            HttpServletResponse response,
            CurrentAccount me)
            throws IOException {
        Batch batch = owned(id, me);
        requireVersion(version, response);
        Transfer found = desk.standing(batch, transfer, me);
        answer(found, response);
        response.setHeader(LENGTH, Long.toString(found.size()));
        response.setHeader("Cache-Control", "no-store");
    }

    /** Takes more of the file; what has come is kept even when the rest does not. */
    @PatchMapping(path = "/{transfer}", consumes = "application/offset+octet-stream")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void continueTransfer(
            @PathVariable UUID id,
            @PathVariable UUID transfer,
            @RequestHeader(name = "Tus-Resumable", required = false) @Nullable String version,
            @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            HttpServletRequest request,
            HttpServletResponse response,
            CurrentAccount me)
            throws IOException {
        Batch batch = owned(id, me);
        requireVersion(version, response);
        long from = number(OFFSET, offset);
        answer(desk.append(batch, transfer, from, request.getInputStream(), me), response);
    }

    @DeleteMapping("/{transfer}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelTransfer(
            @PathVariable UUID id, @PathVariable UUID transfer, HttpServletResponse response, CurrentAccount me) {
        desk.cancel(owned(id, me), transfer);
        response.setHeader("Tus-Resumable", VERSION);
    }

    private static void answer(Transfer transfer, HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader(OFFSET, Long.toString(transfer.received()));
        response.setHeader(
                "Upload-Expires",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(transfer.expiresAt().atOffset(ZoneOffset.UTC)));
    }

    private static void requireVersion(@Nullable String version, HttpServletResponse response) {
        if (!VERSION.equals(version)) {
            response.setHeader("Tus-Version", VERSION);
            throw Problem.of(EnrolmentError.TRANSFER_PROTOCOL, "续传须用 tus 协议 " + VERSION + "。请用系统的上传页面上传。");
        }
    }

    private static long number(String header, @Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw Problem.of(EnrolmentError.TRANSFER_PROTOCOL, "请求缺少 " + header + "（从 0 起的整数）。请用系统的上传页面上传。");
        }
        return Long.parseLong(Objects.requireNonNull(text));
    }

    private Batch owned(UUID id, CurrentAccount me) {
        return batches.owned(id, me.requireInstitution());
    }
}
