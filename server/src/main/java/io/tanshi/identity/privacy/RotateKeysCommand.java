package io.tanshi.identity.privacy;

import io.tanshi.audit.Actor;
import io.tanshi.platform.KeyRotation;
import io.tanshi.platform.Problem;
import io.tanshi.platform.cli.Console;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code ./tanshi rotate-keys}: starts nothing but the rotation, sees it through, and ends the process. */
@Component
@ConditionalOnProperty("tanshi.rotate-keys")
class RotateKeysCommand {

    private static final Actor COMMAND = Actor.system("rotate-keys");
    private static final int EVERY = 1000;

    private final KeyOffice office;
    private final KeyRotation rotation;
    private final Console console = Console.system();

    RotateKeysCommand(KeyOffice office, KeyRotation rotation) {
        this.office = office;
        this.rotation = rotation;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void run(ApplicationReadyEvent ready) {
        ConfigurableApplicationContext context = ready.getApplicationContext();
        boolean done = "master".equals(context.getEnvironment().getProperty("tanshi.rotate-keys"))
                ? replaceMaster()
                : rotate();
        System.exit(SpringApplication.exit(context, () -> done ? 0 : 1));
    }

    private boolean replaceMaster() {
        office.noteNewMaster(COMMAND);
        console.out().println("主密钥已更换，全部数据密钥已改由新主密钥保护。旧文件保留在旁边，后缀 .previous。");
        console.out().println("请现在备份新的主密钥文件；确认服务能启动后，把 .previous 移走并销毁。旧备份仍需旧主密钥才能恢复。");
        return true;
    }

    private boolean rotate() {
        try {
            office.begin(COMMAND, "./tanshi rotate-keys");
        } catch (Problem underWay) {
            console.progress("接着完成上一次未完成的更换。");
        }
        long[] shown = {0};
        rotation.renewAll(count -> {
            if (count - shown[0] >= EVERY) {
                shown[0] = count;
                console.progress("已重新加密 " + count + " 项 …");
            }
        });
        boolean dropped = office.drop(COMMAND);
        console.out().println(dropped ? "完成：全部数据已用新密钥加密，旧密钥已删除。" : "还有数据没有重新加密，旧密钥保留。请查看日志后再运行一次。");
        return dropped;
    }
}
