package io.tanshi.certificate;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum CertificateError implements ErrorCode {
    WRONG_STATUS("wrong-status", HttpStatus.CONFLICT, "证书当前状态不能这样处理"),
    OBSTACLE("obstacle", HttpStatus.CONFLICT, "证书还不能印制"),
    ALREADY_PROPOSED("already-proposed", HttpStatus.CONFLICT, "已有一项待第二人确认的处理"),
    NOT_PROPOSED("not-proposed", HttpStatus.CONFLICT, "没有待第二人确认的处理"),
    SAME_PERSON("same-person", HttpStatus.CONFLICT, "须由另一人确认"),
    NO_SIGNING_KEY("no-signing-key", HttpStatus.CONFLICT, "还没有签名密钥"),
    TOO_MANY_CODES("too-many-codes", HttpStatus.CONFLICT, "有效的验证码过多");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    CertificateError(String slug, HttpStatus status, String title) {
        this.slug = "certificate/" + slug;
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
