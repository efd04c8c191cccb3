package io.tanshi.exam.running;

import static io.tanshi.exam.running.ReadinessLine.problem;
import static io.tanshi.exam.running.ReadinessLine.ready;
import static io.tanshi.exam.running.ReadinessLine.todo;

import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.Lockdowns;
import io.tanshi.exam.TrialRuns;
import io.tanshi.exam.running.ReadinessLine.Key;
import io.tanshi.platform.PublicAddress;
import io.tanshi.programme.SittingId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The lines about the candidates' machines: how they are locked, and whether they were tried out. */
@Component
class MachineReadiness {

    private final Lockdowns lockdowns;
    private final ObjectProvider<TrialRuns> trials;
    private final PublicAddress address;

    MachineReadiness(Lockdowns lockdowns, ObjectProvider<TrialRuns> trials, PublicAddress address) {
        this.lockdowns = lockdowns;
        this.trials = trials;
        this.address = address;
    }

    ReadinessLine lockdown(SittingId sitting) {
        if (lockdowns.of(sitting) == LockdownLevel.PLAIN) {
            return ready(Key.LOCKDOWN, "锁定级别", "普通浏览器：退出全屏、切换窗口、粘贴等只记为证据，由监考判断。");
        }
        return address.isSecure()
                ? ready(Key.LOCKDOWN, "锁定级别", "Safe Exam Browser：须用本场配置进入；退出口令由监考员掌握。")
                : problem(
                        Key.LOCKDOWN,
                        "锁定级别",
                        "要求 Safe Exam Browser，但公布的网址 %s 不是 https。请设置 TANSHI_PUBLIC_URL，或改用普通浏览器。"
                                .formatted(address.of("/")));
    }

    /** @param seated how many could have tried */
    ReadinessLine trials(SittingId sitting, int seated) {
        TrialRuns port = trials.getIfAvailable();
        TrialRuns.Figures figures = port == null ? new TrialRuns.Figures(0, 0) : port.of(sitting);
        int none = Math.max(0, seated - figures.passed() - figures.failed());
        if (figures.failed() == 0 && none == 0) {
            return ready(Key.TRIALS, "试机", seated == 0 ? "还没有要试机的考生。" : "%d 名考生都已通过试机。".formatted(seated));
        }
        return todo(Key.TRIALS, "试机", "%d 人通过，%d 人未通过，%d 人没有试过。".formatted(figures.passed(), figures.failed(), none));
    }
}
