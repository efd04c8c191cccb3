package io.tanshi.results;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum ResultsError implements ErrorCode {
    MARKING_OPEN("marking-open", HttpStatus.CONFLICT, "阅卷尚未完成"),
    NOTHING_TO_APPROVE("nothing-to-approve", HttpStatus.CONFLICT, "没有待审定的成绩"),
    NOTHING_TO_RELEASE("nothing-to-release", HttpStatus.CONFLICT, "没有待发布的成绩"),
    SECOND_PERSON_NEEDED("second-person-needed", HttpStatus.CONFLICT, "须由另一人发布"),
    RESULT_FIXED("result-fixed", HttpStatus.CONFLICT, "成绩已经审定");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    ResultsError(String slug, HttpStatus status, String title) {
        this.slug = "results/" + slug;
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
