package io.tanshi.notification.template;

import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.NotificationError;
import io.tanshi.notification.Placeholder;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes words and switches; a change is a new version with its reason. */
@Service
class TemplateDesk {

    private final Templates templates;
    private final AuditTrail trail;
    private final Clock clock;

    TemplateDesk(Templates templates, AuditTrail trail, Clock clock) {
        this.templates = templates;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param basedOn the version that was edited
     * @param reason kept with the version
     */
    record Edit(MessageKind kind, int basedOn, Words zh, Words en, String reason) {}

    /** @throws Problem when a placeholder is unknown or somebody else saved a version meanwhile */
    @Transactional
    Template save(Edit edit, CurrentAccount me) {
        requireKnownPlaceholders(edit);
        Template next = new Template(
                edit.kind(),
                edit.basedOn() + 1,
                edit.zh(),
                edit.en(),
                clock.instant(),
                me.displayName(),
                edit.reason());
        if (templates.current(edit.kind()).version() != edit.basedOn() || !templates.add(next)) {
            throw Problem.of(
                    NotificationError.TEMPLATE_CHANGED, "你编辑的是第 " + edit.basedOn() + " 版，已有更新的版本。你的文字仍在本页，请对照最新版后再保存。");
        }
        trail.record(
                me.actor(),
                "notification.template-changed",
                "template",
                edit.kind(),
                Map.of("version", next.version(), "reason", edit.reason()));
        return next;
    }

    @Transactional
    void setChannels(MessageKind kind, Channels channels, CurrentAccount me) {
        if (channels.sms() && !kind.canBeSms()) {
            throw Problem.of(
                    NotificationError.CHANNEL_NOT_OFFERED,
                    "短信只发给考生；“" + kind.label() + "”写给" + kind.audience().label() + "，没有手机号可用。");
        }
        templates.setChannels(kind, channels);
        trail.record(
                me.actor(),
                "notification.channels-changed",
                "template",
                kind,
                Map.of("email", channels.email(), "sms", channels.sms()));
    }

    /** The words as a recipient would read them, filled with samples. */
    Words preview(MessageKind kind, Words words, Language language) {
        requireKnown(kind, "text", words.subject() + words.body());
        Template draft = new Template(kind, 1, words, words, clock.instant(), "", "");
        Map<Placeholder, Said> samples = kind.placeholders().stream()
                .collect(Collectors.toMap(
                        p -> p, p -> new Said(p.sample(Language.ZH), p.sample(Language.EN)), (a, _) -> a));
        return draft.in(language, samples);
    }

    private static void requireKnownPlaceholders(Edit edit) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("zh.subject", edit.zh().subject());
        texts.put("zh.body", edit.zh().body());
        texts.put("en.subject", edit.en().subject());
        texts.put("en.body", edit.en().body());
        texts.forEach((field, text) -> requireKnown(edit.kind(), field, text));
    }

    private static void requireKnown(MessageKind kind, String field, String text) {
        SortedSet<String> strangers = Template.strangers(kind, text);
        if (!strangers.isEmpty()) {
            String known = kind.placeholders().isEmpty()
                    ? "这类消息没有占位符。"
                    : "可用的有 "
                            + kind.placeholders().stream()
                                    .map(p -> "{" + p.key() + "}")
                                    .collect(Collectors.joining("、"))
                            + "。";
            String found = strangers.stream().map(s -> "{" + s + "}").collect(Collectors.joining("、"));
            throw Problem.of(NotificationError.UNKNOWN_PLACEHOLDER, "发现 " + found + "。" + known + "请改正后再保存。")
                    .field(field, "不认识 " + found);
        }
    }
}
