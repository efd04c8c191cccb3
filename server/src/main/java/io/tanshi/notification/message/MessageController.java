package io.tanshi.notification.message;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.SignedIn;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.platform.PageView;
import io.tanshi.platform.Problem;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in account's own messages; no request can name another's. */
@RestController
@RequestMapping("/api/messages")
@SignedIn
class MessageController {

    private static final int LARGEST_PAGE = 100;

    private final MessageStore messages;

    MessageController(MessageStore messages) {
        this.messages = messages;
    }

    record UserMessageView(
            UUID id,
            MessageKind kind,
            String kindLabel,
            String subject,
            String body,
            String link,
            OffsetDateTime at,
            boolean read) {}

    record UnreadView(int count) {}

    @GetMapping
    PageView<UserMessageView> messages(
            @RequestParam(defaultValue = "false") boolean unreadOnly,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            CurrentAccount me) {
        PageView<MessageStore.Message> found =
                messages.of(Recipient.of(me), unreadOnly, Math.max(0, page), Math.clamp(size, 1, LARGEST_PAGE));
        return new PageView<>(
                found.items().stream().map(MessageController::view).toList(),
                found.total(),
                found.page(),
                found.size());
    }

    @GetMapping("/unread")
    UnreadView unread(CurrentAccount me) {
        return new UnreadView(messages.unread(Recipient.of(me)));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id, CurrentAccount me) {
        if (!messages.read(Recipient.of(me), id)) {
            throw Problem.notFound("这条消息");
        }
    }

    @PostMapping("/read-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(CurrentAccount me) {
        messages.readAll(Recipient.of(me));
    }

    private static UserMessageView view(MessageStore.Message message) {
        return new UserMessageView(
                message.id(),
                message.kind(),
                message.kind().label(),
                message.words().subject(),
                message.words().body(),
                message.link(),
                message.at(),
                message.readAt() != null);
    }
}
