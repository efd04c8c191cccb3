package io.tanshi.notification.template;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The administrator's pages of words and switches. */
@RestController
@RequestMapping("/api/admin/message-templates")
@Requires(Role.ADMINISTRATOR)
class TemplateController {

    private final Templates templates;
    private final TemplateDesk desk;

    TemplateController(Templates templates, TemplateDesk desk) {
        this.templates = templates;
        this.desk = desk;
    }

    record TemplateLine(
            MessageKind kind,
            String label,
            String audience,
            String subject,
            boolean email,
            boolean sms,
            boolean smsOffered,
            int version,
            OffsetDateTime changedAt) {}

    record PlaceholderView(String key, String label) {}

    record TemplateVersionView(
            int version, WordsView zh, WordsView en, OffsetDateTime changedAt, String changedBy, String reason) {}

    /** @param versions newest first; the first is in force */
    record TemplateView(
            MessageKind kind,
            String label,
            String audience,
            List<PlaceholderView> placeholders,
            List<TemplateVersionView> versions) {}

    record WordsView(
            @NotBlank(message = "请填写标题") @Size(max = 80, message = "标题最多 80 字")
            String subject,

            @NotBlank(message = "请填写正文") @Size(max = 800, message = "正文最多 800 字")
            String body) {

        static WordsView of(Words words) {
            return new WordsView(words.subject(), words.body());
        }

        // A line break in a subject would become a header of its own.
        Words words() {
            return new Words(subject.strip().replaceAll("\\s+", " "), body.strip());
        }
    }

    record TemplateEditRequest(
            int basedOn,
            @Valid @NotNull WordsView zh,
            @Valid @NotNull WordsView en,

            @NotBlank(message = "请写明为什么修改") @Size(max = 200, message = "原因最多 200 字")
            String reason) {}

    record ChannelsRequest(boolean email, boolean sms) {}

    record TemplatePreviewRequest(
            @NotNull Language language, @Valid @NotNull WordsView words) {}

    @GetMapping
    List<TemplateLine> templates() {
        return Arrays.stream(MessageKind.values()).map(this::line).toList();
    }

    private TemplateLine line(MessageKind kind) {
        Template current = templates.current(kind);
        Channels channels = templates.channels(kind);
        return new TemplateLine(
                kind,
                kind.label(),
                kind.audience().label(),
                current.zh().subject(),
                channels.email(),
                channels.sms(),
                kind.canBeSms(),
                current.version(),
                current.changedAt().atOffset(ZoneOffset.UTC));
    }

    @GetMapping("/{kind}")
    TemplateView template(@PathVariable MessageKind kind) {
        return new TemplateView(
                kind,
                kind.label(),
                kind.audience().label(),
                kind.placeholders().stream()
                        .map(p -> new PlaceholderView(p.key(), p.label()))
                        .toList(),
                templates.history(kind).stream()
                        .map(TemplateController::version)
                        .toList());
    }

    @PutMapping("/{kind}")
    TemplateVersionView save(
            @PathVariable MessageKind kind, @Valid @RequestBody TemplateEditRequest body, CurrentAccount me) {
        return version(desk.save(
                new TemplateDesk.Edit(
                        kind,
                        body.basedOn(),
                        body.zh().words(),
                        body.en().words(),
                        body.reason().strip()),
                me));
    }

    @PostMapping("/{kind}/preview")
    WordsView preview(@PathVariable MessageKind kind, @Valid @RequestBody TemplatePreviewRequest body) {
        return WordsView.of(desk.preview(kind, body.words().words(), body.language()));
    }

    @PutMapping("/{kind}/channels")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void channels(@PathVariable MessageKind kind, @RequestBody ChannelsRequest body, CurrentAccount me) {
        desk.setChannels(kind, new Channels(body.email(), body.sms()), me);
    }

    private static TemplateVersionView version(Template template) {
        return new TemplateVersionView(
                template.version(),
                WordsView.of(template.zh()),
                WordsView.of(template.en()),
                template.changedAt().atOffset(ZoneOffset.UTC),
                template.changedBy(),
                template.reason());
    }
}
