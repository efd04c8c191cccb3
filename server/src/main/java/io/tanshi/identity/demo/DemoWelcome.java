package io.tanshi.identity.demo;

import io.tanshi.platform.TanshiSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo, once it can be used, where to go and as whom. */
@Component
@Profile("demo")
class DemoWelcome {

    private static final String WORDS = """

            碳师已就绪，可以打开了 / Tanshi is ready
              首页与考生  http://localhost:%1$d/
              工作人员    http://localhost:%1$d/console/
              考场        http://localhost:%1$d/exam/
              演示账号，密码都是 %2$s：
                机构 institution institution2 · 审核员 reviewer · 命题员 author · 管理员 admin admin2
                监考员 invigilator · 阅卷员 marker1 marker2 marker3 · 阅卷组长 leader · 审计员 auditor
              停止：Ctrl+C。从头再来：停止后删除 %3$s，再运行 ./tanshi demo
            """;

    private final TanshiSettings settings;

    DemoWelcome(TanshiSettings settings) {
        this.settings = settings;
    }

    // To the terminal and not to the log: whoever started the demo is meant. Last, so that nothing follows it.
    @EventListener
    @Order
    void say(ApplicationReadyEvent ready) {
        if (onlyRotatesKeys(ready)) {
            return;
        }
        if (ready.getApplicationContext() instanceof WebServerApplicationContext served
                && served.getWebServer() instanceof WebServer server) {
            System.out.printf(
                    WORDS,
                    server.getPort(),
                    DemoAccounts.PASSWORD,
                    settings.data().toAbsolutePath().normalize());
        }
    }

    /** Behind a closed door while {@code ./tanshi rotate-keys} is at work: nobody can open anything. */
    private static boolean onlyRotatesKeys(ApplicationReadyEvent ready) {
        return ready.getApplicationContext().getEnvironment().containsProperty("tanshi.rotate-keys");
    }
}
