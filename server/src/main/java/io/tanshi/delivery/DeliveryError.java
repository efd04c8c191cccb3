package io.tanshi.delivery;

import io.tanshi.platform.ErrorCode;
import org.springframework.http.HttpStatus;

/** Refusals of the exam hour. */
public enum DeliveryError implements ErrorCode {
    ENTRY_REFUSED("entry-refused", HttpStatus.FORBIDDEN, "不能进入考场"),
    TOO_MANY_ENTRIES("too-many-entries", HttpStatus.TOO_MANY_REQUESTS, "核对次数过多"),
    TOKEN_INVALID("token-invalid", HttpStatus.UNAUTHORIZED, "请重新进入考场"),
    OPENED_ELSEWHERE("opened-elsewhere", HttpStatus.CONFLICT, "已在另一处打开"),
    RELEASE_NEEDED("release-needed", HttpStatus.CONFLICT, "等待监考员放行"),
    RELEASE_REFUSED("release-refused", HttpStatus.FORBIDDEN, "监考员没有放行"),
    NOT_BEGUN("not-begun", HttpStatus.CONFLICT, "考试还没有开始"),
    PAUSED("paused", HttpStatus.CONFLICT, "监考已暂停作答"),
    TIME_OVER("time-over", HttpStatus.CONFLICT, "考试时间已到"),
    ALREADY_HANDED_IN("already-handed-in", HttpStatus.CONFLICT, "已经交卷"),
    SEQUENCE_TAKEN("sequence-taken", HttpStatus.CONFLICT, "作答序号已被占用"),
    SEQUENCE_GAP("sequence-gap", HttpStatus.CONFLICT, "作答记录不连续"),
    BROKEN_CHAIN("broken-chain", HttpStatus.CONFLICT, "作答记录校验不符"),
    NOT_ON_FORM("not-on-form", HttpStatus.UNPROCESSABLE_CONTENT, "试卷上没有这道题"),
    ANSWER_INVALID("answer-invalid", HttpStatus.UNPROCESSABLE_CONTENT, "作答内容不符合要求"),
    ANSWER_TOO_LONG("answer-too-long", HttpStatus.UNPROCESSABLE_CONTENT, "作答超过字数上限"),
    TOO_EARLY_TO_HAND_IN("too-early-to-hand-in", HttpStatus.CONFLICT, "还不能交卷"),
    UNSENT_ANSWERS("unsent-answers", HttpStatus.CONFLICT, "还有作答没有上传"),
    NOT_IN_THIS_STATE("not-in-this-state", HttpStatus.CONFLICT, "现在不能这样处置"),
    REASON_NEEDED("reason-needed", HttpStatus.UNPROCESSABLE_CONTENT, "缺少理由"),
    OPTION_NOT_OFFERED("option-not-offered", HttpStatus.UNPROCESSABLE_CONTENT, "这道题没有这个选项"),
    NEGATIVE_TIME("negative-time", HttpStatus.UNPROCESSABLE_CONTENT, "作答时间不可能"),
    NOT_UTF_8("not-utf-8", HttpStatus.BAD_REQUEST, "文字编码无法读取"),
    NOT_STORED("not-stored", HttpStatus.SERVICE_UNAVAILABLE, "暂时没有保存"),
    NOT_THE_EXAM_SERVER("not-the-exam-server", HttpStatus.SERVICE_UNAVAILABLE, "这台服务器不承担考试"),
    NO_PAPER("no-paper", HttpStatus.CONFLICT, "试卷尚未封存"),
    LOCKDOWN_REQUIRED("lockdown-required", HttpStatus.FORBIDDEN, "须用考试浏览器进入"),
    LOCKDOWN_HELD("lockdown-held", HttpStatus.CONFLICT, "考试浏览器核验失败，等待监考放行"),
    LOCKDOWN_NOT_PROVEN("lockdown-not-proven", HttpStatus.FORBIDDEN, "考试浏览器核验没有通过"),
    ENTRY_LINK_USED("entry-link-used", HttpStatus.CONFLICT, "这个进入链接已经用过"),
    ENTRY_LINK_INVALID("entry-link-invalid", HttpStatus.FORBIDDEN, "这个进入链接无效"),
    EXAM_KEY_INVALID("exam-key-invalid", HttpStatus.UNPROCESSABLE_CONTENT, "Browser Exam Key 格式不对"),
    TRIAL_NOT_OPEN("trial-not-open", HttpStatus.CONFLICT, "还不能试机"),
    TRIAL_CODE_INVALID("trial-code-invalid", HttpStatus.UNAUTHORIZED, "试机码无效"),
    RULING_SPAN_INVALID("ruling-span-invalid", HttpStatus.UNPROCESSABLE_CONTENT, "时段不对"),
    NOTHING_LOST("nothing-lost", HttpStatus.CONFLICT, "没有可补的时间"),
    OWN_PROPOSAL("own-proposal", HttpStatus.CONFLICT, "须由另一人决定"),
    ALREADY_DECIDED("already-decided", HttpStatus.CONFLICT, "已有决定"),
    ALREADY_PROPOSED("already-proposed", HttpStatus.CONFLICT, "已经提出"),
    PHOTO_UNREADABLE("photo-unreadable", HttpStatus.UNPROCESSABLE_CONTENT, "照片无法读取"),
    TOO_MANY_PHOTOS("too-many-photos", HttpStatus.TOO_MANY_REQUESTS, "拍照次数过多"),
    EMERGENCY_UNREADABLE("emergency-unreadable", HttpStatus.UNPROCESSABLE_CONTENT, "不是应急答卷文件"),
    EMERGENCY_FOREIGN_SITTING("emergency-foreign-sitting", HttpStatus.CONFLICT, "应急答卷属于另一场考试"),
    EMERGENCY_TAMPERED("emergency-tampered", HttpStatus.UNPROCESSABLE_CONTENT, "应急答卷被改动或损坏"),
    EMERGENCY_BROKEN_CHAIN("emergency-broken-chain", HttpStatus.CONFLICT, "应急答卷的记录不相接"),
    EMERGENCY_KNOWN("emergency-known", HttpStatus.CONFLICT, "应急答卷的作答服务器都已有"),
    EMERGENCY_DECIDED("emergency-decided", HttpStatus.CONFLICT, "这份应急答卷已有裁定"),
    EMERGENCY_SECOND_PERSON("emergency-second-person", HttpStatus.FORBIDDEN, "须由另一个人裁定"),
    EMERGENCY_STILL_ANSWERING("emergency-still-answering", HttpStatus.CONFLICT, "考生还没有交卷"),
    MARKING_HAS_BEGUN("marking-has-begun", HttpStatus.CONFLICT, "答卷已经开始评阅"),
    TRIAL_INCOMPLETE("trial-incomplete", HttpStatus.UNPROCESSABLE_CONTENT, "试机结果不完整");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    DeliveryError(String slug, HttpStatus status, String title) {
        this.slug = "delivery/" + slug;
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
