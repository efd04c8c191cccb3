package io.tanshi.platform;

import org.springframework.http.HttpStatus;

/** Refusals that any handler can give. */
public enum PlatformError implements ErrorCode {
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "没有找到"),
    BAD_REQUEST("bad-request", HttpStatus.BAD_REQUEST, "请求无法读取"),
    INVALID("invalid", HttpStatus.UNPROCESSABLE_CONTENT, "填写有误"),
    SIGN_IN_REQUIRED("sign-in-required", HttpStatus.UNAUTHORIZED, "请先登录"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "没有权限"),
    CONFLICT("conflict", HttpStatus.CONFLICT, "已被他人修改"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "文件过大"),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "操作过于频繁"),
    INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR, "系统出错");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    PlatformError(String slug, HttpStatus status, String title) {
        this.slug = "platform/" + slug;
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
