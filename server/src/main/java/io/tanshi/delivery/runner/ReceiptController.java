package io.tanshi.delivery.runner;

import io.tanshi.identity.session.PublicEndpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whoever holds a receipt may ask whether the server still has what it says; no answer is told. */
@RestController
class ReceiptController {

    private final HandInReceipts receipts;

    ReceiptController(HandInReceipts receipts) {
        this.receipts = receipts;
    }

    record ReceiptCheckRequest(
            @NotBlank(message = "请填写回执编号")
            @Pattern(regexp = "\\s*[0-9A-Za-z]{5}\\s*-?\\s*[0-9A-Za-z]{5}\\s*", message = "回执编号是 10 位字母和数字")
            String number,

            @NotBlank(message = "请填写校验值")
            @Pattern(regexp = "(\\s*[0-9A-Fa-f]){64}\\s*", message = "校验值是 64 位，只有 0–9 和 a–f")
            String digest) {}

    /**
     * @param known whether number and digest are of one hand-in; nothing else is told when they are not
     * @param entries as the receipt says
     * @param addedLater entries that were let in afterwards, by a person's decision
     */
    record ReceiptCheckView(boolean known, @Nullable Instant at, long entries, long addedLater) {}

    @PostMapping("/api/exam/receipt-checks")
    @PublicEndpoint("the digest on the receipt cannot be guessed; no answer and no name is told")
    ResponseEntity<ReceiptCheckView> check(@Valid @RequestBody ReceiptCheckRequest body) {
        String letters = body.number().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        byte[] digest = HexFormat.of().parseHex(body.digest().replaceAll("\\s", ""));
        ReceiptCheckView view = receipts.check(letters.substring(0, 5) + "-" + letters.substring(5), digest)
                .map(found -> new ReceiptCheckView(true, found.at(), found.entries(), found.addedLater()))
                .orElseGet(() -> new ReceiptCheckView(false, null, 0, 0));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }
}
