package io.tanshi.enrolment;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum EnrolmentError implements ErrorCode {
    REGISTRATION_CLOSED("registration-closed", HttpStatus.CONFLICT, "报名已截止"),
    UPLOAD_EMPTY("upload-empty", HttpStatus.UNPROCESSABLE_CONTENT, "文件是空的"),
    UPLOAD_TOO_LARGE("upload-too-large", HttpStatus.CONTENT_TOO_LARGE, "文件过大"),
    TRANSFER_OFFSET("transfer-offset", HttpStatus.CONFLICT, "接不上已收到的部分"),
    TRANSFER_EXPIRED("transfer-expired", HttpStatus.GONE, "上传已过期"),
    TRANSFER_PROTOCOL("transfer-protocol", HttpStatus.PRECONDITION_FAILED, "上传方式不受支持"),
    TOO_MANY_FILES("too-many-files", HttpStatus.CONFLICT, "文件太多"),
    CHECK_RUNNING("check-running", HttpStatus.CONFLICT, "正在检查"),
    NOTHING_TO_SUBMIT("nothing-to-submit", HttpStatus.CONFLICT, "没有可提交的行"),
    ROW_NOT_READY("row-not-ready", HttpStatus.UNPROCESSABLE_CONTENT, "这一行还有问题"),
    ROW_CHANGED("row-changed", HttpStatus.CONFLICT, "这一行已有变化"),
    NOT_IN_STATE("not-in-state", HttpStatus.CONFLICT, "现在不能这样做"),
    DECIDED_MEANWHILE("decided-meanwhile", HttpStatus.CONFLICT, "已由他人处理"),
    CLAIMED_BY_OTHER("claimed-by-other", HttpStatus.CONFLICT, "他人正在审核"),
    CHECK_CONFIRMED("check-confirmed", HttpStatus.CONFLICT, "已确认无误"),
    REPORTS_PENDING("reports-pending", HttpStatus.CONFLICT, "还有未答复的报告"),
    NOT_ASKED_FOR("not-asked-for", HttpStatus.CONFLICT, "没有要求补这份材料"),
    RETURN_WITHOUT_REASON("return-without-reason", HttpStatus.UNPROCESSABLE_CONTENT, "退回须写明原因"),
    UNDO_TOO_LATE("undo-too-late", HttpStatus.CONFLICT, "已过撤销时间"),
    ESCALATION_WITHOUT_REASON("escalation-without-reason", HttpStatus.UNPROCESSABLE_CONTENT, "上报须写明原因"),
    SEARCH_TOO_WIDE("search-too-wide", HttpStatus.UNPROCESSABLE_CONTENT, "找到的人太多"),
    NOT_FOR_BULK("not-for-bulk", HttpStatus.UNPROCESSABLE_CONTENT, "不能批量通过"),
    SAMPLE_OUTSTANDING("sample-outstanding", HttpStatus.CONFLICT, "抽看还没有完成"),
    SECOND_REVIEW_DONE("second-review-done", HttpStatus.CONFLICT, "已经复核"),
    CANDIDATE_HAS_BEGUN("candidate-has-begun", HttpStatus.CONFLICT, "考生已开始"),
    RULING_WITHOUT_REASON("ruling-without-reason", HttpStatus.UNPROCESSABLE_CONTENT, "裁定须写明理由"),
    NOT_AUTHORISED("not-authorised", HttpStatus.FORBIDDEN, "机构授权不在有效期内"),
    MAJOR_RULED("major-ruled", HttpStatus.CONFLICT, "这个专业已有先例"),
    MAJOR_NOT_OPEN("major-not-open", HttpStatus.CONFLICT, "这个专业不需要裁定"),
    RULING_REVOKED("ruling-revoked", HttpStatus.CONFLICT, "先例已撤销");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    EnrolmentError(String slug, HttpStatus status, String title) {
        this.slug = "enrolment/" + slug;
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
