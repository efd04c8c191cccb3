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
    PARAMETER_REFUSED("parameter-refused", HttpStatus.UNPROCESSABLE_CONTENT, "参数不能设为此值"),
    RULE_SET_REFUSED("rule-set-refused", HttpStatus.UNPROCESSABLE_CONTENT, "申报条件有误，没有保存"),
    RULE_SET_CODE_TAKEN("rule-set-code-taken", HttpStatus.CONFLICT, "版本代号已被使用"),
    RULE_DRAFT_CHANGED("rule-draft-changed", HttpStatus.CONFLICT, "草稿已被他人修改"),
    CONDITIONS_CHANGED("conditions-changed", HttpStatus.CONFLICT, "这个考期的条件或资料已被他人修改"),
    CONDITIONS_FIXED("conditions-fixed", HttpStatus.CONFLICT, "考期已开考，条件与资料不能再改"),
    APPLICATIONS_JUDGED("applications-judged", HttpStatus.CONFLICT, "已有报名按现行条件判定，请确认");

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
