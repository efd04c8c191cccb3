package io.tanshi.notification.outbox;

/** Why something did not leave. The server's own words may name the recipient, so only their number is kept. */
enum Trouble {
    NO_ADDRESS("收件人没有地址，或账号已停用"),
    NO_CONNECTION("连不上邮件服务器，或登录被拒"),
    TURNED_AWAY("对方暂时不收"),
    REFUSED("对方拒收"),
    GIVEN_UP("多次重试都没有成功"),
    LINE_BROKE("交出正文后连接中断，对方可能已经收下"),
    INTERRUPTED("发送途中系统停止，对方可能已经收下");

    private final String label;

    Trouble(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
