package io.tanshi.programme;

/** What a sitting's period ruler names, in the order of the journey. */
public enum MilestoneKey {
    REGISTRATION_CLOSES("报名截止"),
    LAST_REVIEW("末日报名的审核"),
    SPRINT_CLASS("冲刺班"),
    MOCK_EXAM("模考"),
    EXAM("考试"),
    RESULTS("成绩公布"),
    CERTIFICATES("证书发放"),
    PUBLIC_LOOKUP("开放查询");

    private final String label;

    MilestoneKey(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }
}
