package io.tanshi.learning;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum LearningError implements ErrorCode {
    NO_STUDY("no-study", HttpStatus.NOT_FOUND, "还没有可学的课程"),
    NO_SUCH_ANSWER("no-such-answer", HttpStatus.UNPROCESSABLE_CONTENT, "没有这个选项");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    LearningError(String slug, HttpStatus status, String title) {
        this.slug = "learning/" + slug;
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
