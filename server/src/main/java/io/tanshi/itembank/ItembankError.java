package io.tanshi.itembank;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum ItembankError implements ErrorCode {
    INVALID_ITEM("invalid-item", HttpStatus.UNPROCESSABLE_CONTENT, "试题还不完整"),
    NEWER_VERSION("newer-version", HttpStatus.CONFLICT, "有人保存了更新的版本"),
    OWN_VERSION("own-version", HttpStatus.UNPROCESSABLE_CONTENT, "不能审自己写的版本"),
    NOT_OPEN("not-open", HttpStatus.CONFLICT, "这个版本不在待互审状态"),
    REASON_MISSING("reason-missing", HttpStatus.UNPROCESSABLE_CONTENT, "请写明理由");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    ItembankError(String slug, HttpStatus status, String title) {
        this.slug = "itembank/" + slug;
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
