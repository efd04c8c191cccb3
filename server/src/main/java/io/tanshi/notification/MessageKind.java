package io.tanshi.notification;

import static io.tanshi.notification.Audience.CANDIDATE;
import static io.tanshi.notification.Audience.INSTITUTION;
import static io.tanshi.notification.Audience.STAFF;
import static io.tanshi.notification.Placeholder.ACCEPTED;
import static io.tanshi.notification.Placeholder.CLOSING_FROM;
import static io.tanshi.notification.Placeholder.CLOSING_TO;
import static io.tanshi.notification.Placeholder.DEADLINE;
import static io.tanshi.notification.Placeholder.DUE;
import static io.tanshi.notification.Placeholder.FROM;
import static io.tanshi.notification.Placeholder.OVERDUE;
import static io.tanshi.notification.Placeholder.PROBLEMS;
import static io.tanshi.notification.Placeholder.ROWS;
import static io.tanshi.notification.Placeholder.SITTING;
import static io.tanshi.notification.Placeholder.TO;

import java.util.List;

/** Everything that is told to somebody, with whom it is written for and what its words may contain. */
public enum MessageKind {
    UPLOAD_CHECKED("报名包检查完毕", INSTITUTION, SITTING, ROWS, ACCEPTED, PROBLEMS),
    UPLOAD_REFUSED("报名包未能检查", INSTITUTION, SITTING),
    APPLICATION_RETURNED("报名被退回补正", INSTITUTION, SITTING),
    APPLICATION_APPROVED("报名审核通过", INSTITUTION, SITTING),
    APPLICATION_REJECTED("报名审核不通过", INSTITUTION, SITTING),
    REGISTRATION_CLOSING("报名即将截止", INSTITUTION, SITTING, DEADLINE),
    SITTING_MOVED("考期日期变更", INSTITUTION, SITTING, FROM, TO),
    CLOSING_MOVED("报名截止变更", INSTITUTION, SITTING, CLOSING_FROM, CLOSING_TO),
    OWN_APPLICATION_RETURNED("你的报名需要补正", CANDIDATE, SITTING),
    OWN_APPLICATION_APPROVED("你的报名审核通过", CANDIDATE, SITTING),
    OWN_APPLICATION_REJECTED("你的报名审核不通过", CANDIDATE, SITTING),
    OWN_SITTING_MOVED("你的考试日期变更", CANDIDATE, SITTING, FROM, TO),
    OWN_CLOSING_MOVED("你的考期报名截止变更", CANDIDATE, SITTING, CLOSING_FROM, CLOSING_TO),
    REQUIREMENT_MET("课时已学满", CANDIDATE, SITTING),
    TICKET_READY("准考证已生成", CANDIDATE, SITTING),
    RESULT_RELEASED("成绩已发布", CANDIDATE, SITTING),
    PROOF_TO_CHECK("请核对证书校样", CANDIDATE),
    CERTIFICATE_ISSUED("证书已签发", CANDIDATE),
    REVIEW_DUE("审核时限提醒", STAFF, OVERDUE, DUE),
    ACCOUNT_INVITED("账号已开通", STAFF);

    private final String label;
    private final Audience audience;
    private final List<Placeholder> placeholders;

    MessageKind(String label, Audience audience, Placeholder... placeholders) {
        this.label = label;
        this.audience = audience;
        this.placeholders = List.of(placeholders);
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }

    public Audience audience() {
        return audience;
    }

    /** What its template may fill in. */
    public List<Placeholder> placeholders() {
        return placeholders;
    }

    /** Only candidates' numbers are known. */
    public boolean canBeSms() {
        return audience == CANDIDATE;
    }
}
