package io.tanshi.programme;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of the programme's screens. */
public enum ProgrammeError implements ErrorCode {
    SITTING_EXISTS("sitting-exists", HttpStatus.CONFLICT, "考期已存在"),
    SITTING_CHANGED("sitting-changed", HttpStatus.CONFLICT, "考期已被他人修改"),
    SITTING_DATE_REFUSED("sitting-date-refused", HttpStatus.UNPROCESSABLE_CONTENT, "考期日期不能这样改"),
    SITTING_YEAR_REFUSED("sitting-year-refused", HttpStatus.UNPROCESSABLE_CONTENT, "不能建立这些考期"),
    LOOKUP_REFUSED("lookup-refused", HttpStatus.UNPROCESSABLE_CONTENT, "不能提前开放查询"),
    CALENDAR_REFUSED("calendar-refused", HttpStatus.UNPROCESSABLE_CONTENT, "工作日历有误，未导入"),
    PARAMETER_REFUSED("parameter-refused", HttpStatus.UNPROCESSABLE_CONTENT, "参数不能设为此值");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    ProgrammeError(String slug, HttpStatus status, String title) {
        this.slug = "programme/" + slug;
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
