package io.tanshi.exam;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of this module. */
public enum ExamError implements ErrorCode {
    NOTHING_TO_DO("nothing-to-do", HttpStatus.CONFLICT, "没有可以这样处理的试卷"),
    FORM_OUTDATED("form-outdated", HttpStatus.CONFLICT, "试题在组卷后有改动"),
    SECOND_PERSON_NEEDED("second-person-needed", HttpStatus.CONFLICT, "封存须由另一位管理员确认"),
    SPARE_REFUSED("spare-refused", HttpStatus.CONFLICT, "不能换卷"),
    REASON_MISSING("reason-missing", HttpStatus.UNPROCESSABLE_CONTENT, "请写明原因"),
    ROOM_REFUSED("room-refused", HttpStatus.UNPROCESSABLE_CONTENT, "考场不能这样设"),
    ROOM_EXISTS("room-exists", HttpStatus.CONFLICT, "这个考场已存在"),
    ROOM_TAKEN("room-taken", HttpStatus.CONFLICT, "考场里已有考生"),
    SEAT_REFUSED("seat-refused", HttpStatus.CONFLICT, "不能这样排座"),
    SITTING_STARTED("sitting-started", HttpStatus.CONFLICT, "本考期已开考"),
    NOT_READY("not-ready", HttpStatus.CONFLICT, "还不能开考"),
    CANNOT_CLOSE("cannot-close", HttpStatus.CONFLICT, "还不能结束考试");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    ExamError(String slug, HttpStatus status, String title) {
        this.slug = "exam/" + slug;
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
