package io.tanshi.marking;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum MarkingError implements ErrorCode {
    POINTS_INVALID("points-invalid", HttpStatus.UNPROCESSABLE_CONTENT, "给分不符合评分细则"),
    NOT_RESERVED("not-reserved", HttpStatus.CONFLICT, "这份答卷已不在你手上"),
    NOT_IN_THIS_STATE("not-in-this-state", HttpStatus.CONFLICT, "这份答卷现在不能这样处理"),
    UNDO_CLOSED("undo-closed", HttpStatus.CONFLICT, "上一份已不能撤回");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    MarkingError(String slug, HttpStatus status, String title) {
        this.slug = "marking/" + slug;
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
