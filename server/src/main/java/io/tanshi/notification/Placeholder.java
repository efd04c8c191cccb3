package io.tanshi.notification;

/** A word of a template that each message fills in; never personal data. */
public enum Placeholder {
    SITTING("sitting", "考期", "2026 年 12 月考期", "2026-12"),
    ROWS("rows", "报名表行数", "128", "128"),
    ACCEPTED("accepted", "可提交的行数", "121", "121"),
    PROBLEMS("problems", "有问题的行数", "7", "7"),
    DEADLINE("deadline", "截止时间", "2026-12-11 23:59", "2026-12-11 23:59"),
    OVERDUE("overdue", "已超时份数", "2", "2"),
    DUE("due", "即将到期份数", "9", "9"),
    FROM("from", "原考试日", "2026-12-26", "2026-12-26"),
    TO("to", "新考试日", "2027-01-09", "2027-01-09"),
    CLOSING_FROM("closingFrom", "原报名截止", "2026-12-19 23:59", "2026-12-19 23:59"),
    CLOSING_TO("closingTo", "新报名截止", "2026-12-18 17:30", "2026-12-18 17:30");

    private final String key;
    private final String label;
    private final String sampleZh;
    private final String sampleEn;

    Placeholder(String key, String label, String sampleZh, String sampleEn) {
        this.key = key;
        this.label = label;
        this.sampleZh = sampleZh;
        this.sampleEn = sampleEn;
    }

    /** As it stands in a template: between braces. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** What a preview shows. */
    public String sample(Language language) {
        return language == Language.ZH ? sampleZh : sampleEn;
    }
}
