package io.tanshi.notification.outbox;

import io.tanshi.notification.Language;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Puts a letter into the form of a mail: plain text and the same as simple HTML. */
@Component
class MailWriter {

    private final String publicUrl;

    MailWriter(MailSettings settings) {
        this.publicUrl = settings.publicUrl();
    }

    /** @param name with which the letter begins; empty: without one */
    Mail write(UUID delivery, String to, String name, Letter.Content content) {
        boolean chinese = content.language() == Language.ZH;
        String greeting = chinese
                ? (name.isEmpty() ? "您好：" : name + "，您好：")
                : (name.isEmpty() ? "Hello," : "Hello " + name + ",");
        String footer = chinese
                ? "这封邮件由碳师自动发出，请不要回复。不想再收这类邮件，请登录后在“消息设置”里关闭。"
                : "Sent by Tanshi automatically, please do not reply. E-mail of this kind can be switched off in the message settings.";
        String url = publicUrl + content.link();
        String body = content.words().body();
        String text = String.join("\n\n", greeting, body, url, "-- \n" + footer) + "\n";
        return new Mail(delivery, to, content.words().subject(), text, html(chinese, greeting, body, url, footer));
    }

    private static String html(boolean chinese, String greeting, String body, String url, String footer) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"></head>
                <body style="margin:0;padding:24px;background:#f5f6f1;color:#17211c;font:16px/26px sans-serif">
                <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-top:3px solid #12573f">
                <p style="margin:0 0 16px">%s</p>
                <p style="margin:0 0 24px;white-space:pre-line">%s</p>
                <p style="margin:0 0 24px"><a href="%s" style="color:#12573f">%s</a></p>
                <p style="margin:0;font-size:13px;line-height:20px;color:#4a554f">%s</p>
                </div></body></html>
                """.formatted(
                        chinese ? "zh-CN" : "en",
                        escaped(greeting),
                        escaped(body),
                        escaped(url),
                        chinese ? "打开查看" : "Open",
                        escaped(footer));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
