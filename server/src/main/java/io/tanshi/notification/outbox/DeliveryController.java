package io.tanshi.notification.outbox;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.notification.MessageKind;
import io.tanshi.platform.PageView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The administrator's page of what leaves the application. */
@RestController
@RequestMapping("/api/admin/deliveries")
@Requires(Role.ADMINISTRATOR)
class DeliveryController {

    private static final int LARGEST_PAGE = 100;

    private final DeliveryPages pages;
    private final DeliveryDesk desk;

    DeliveryController(DeliveryPages pages, DeliveryDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    /** Why; kept in the audit trail. */
    record DeliveryActRequest(
            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因最多 200 字")
            String reason) {}

    @GetMapping
    PageView<DeliveryPages.DeliveryView> deliveries(
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable MessageKind kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return pages.page(
                new DeliveryPages.Filter(state, channel, kind), Math.max(0, page), Math.clamp(size, 1, LARGEST_PAGE));
    }

    @GetMapping("/outbox")
    DeliveryPages.OutboxView outbox() {
        return pages.outbox();
    }

    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resend(@PathVariable UUID id, @Valid @RequestBody DeliveryActRequest body, CurrentAccount me) {
        desk.resend(id, body.reason(), me);
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable UUID id, @Valid @RequestBody DeliveryActRequest body, CurrentAccount me) {
        desk.confirm(id, body.reason(), me);
    }
}
