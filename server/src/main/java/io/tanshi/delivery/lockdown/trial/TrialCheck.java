package io.tanshi.delivery.lockdown.trial;

/** What is looked at on a machine. */
enum TrialCheck {
    SECURE("安全连接"),
    CRYPTO("本机加密"),
    STORE("本机存储"),
    QUOTA("存储空间"),
    INPUT("中文输入"),
    CLOCK("本机时钟"),
    ROUND_TRIP("网络往返"),
    FULL_SCREEN("全屏"),
    SCREEN("屏幕大小"),
    DISPLAYS("显示器数量"),
    /** Only where the sitting asks for it; decided by the server. */
    SEB("Safe Exam Browser");

    private final String label;

    TrialCheck(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
