package io.tanshi.notification;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum NotificationError implements ErrorCode {
    UNKNOWN_PLACEHOLDER("unknown-placeholder", HttpStatus.UNPROCESSABLE_CONTENT, "模板里有不认识的占位符"),
    TEMPLATE_CHANGED("template-changed", HttpStatus.CONFLICT, "模板已被他人修改"),
    CHANNEL_NOT_OFFERED("channel-not-offered", HttpStatus.UNPROCESSABLE_CONTENT, "这类消息不走这个渠道"),
    NOT_YOUR_ADDRESS("not-your-address", HttpStatus.CONFLICT, "邮箱不在这里修改"),
    NOT_TO_BE_SENT("not-to-be-sent", HttpStatus.CONFLICT, "这一条现在不能重发");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    NotificationError(String slug, HttpStatus status, String title) {
        this.slug = "notification/" + slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
