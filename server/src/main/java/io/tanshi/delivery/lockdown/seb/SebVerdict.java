package io.tanshi.delivery.lockdown.seb;

/** What the keys shown by a browser say of it. */
public enum SebVerdict {
    PROVEN(""),
    NOTHING_SHOWN("当前浏览器不是 Safe Exam Browser，或版本过旧，没有给出校验值。请用本页的按钮启动 Safe Exam Browser 再进入。"),
    OTHER_CONFIGURATION("校验值与本场配置不符。请关闭浏览器，用本场的按钮重新启动 Safe Exam Browser；仍不行请举手。"),
    OTHER_BUILD("本场配置正确，但这个 Safe Exam Browser 版本不在允许的名单里。请更换为考点提供的版本，或举手。");

    private final String words;

    SebVerdict(String words) {
        this.words = words;
    }

    /** What is wrong and what to do; empty when nothing is. */
    public String words() {
        return words;
    }
}
