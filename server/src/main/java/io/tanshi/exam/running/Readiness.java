package io.tanshi.exam.running;

import static io.tanshi.exam.running.ReadinessLine.pending;
import static io.tanshi.exam.running.ReadinessLine.problem;
import static io.tanshi.exam.running.ReadinessLine.ready;
import static io.tanshi.exam.running.ReadinessLine.todo;

import io.tanshi.exam.ExamServer;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.forms.SealInspection;
import io.tanshi.exam.running.ReadinessLine.Key;
import io.tanshi.exam.seating.Occupancy;
import io.tanshi.platform.Durability;
import io.tanshi.platform.TanshiSettings;
import io.tanshi.programme.Level;
import io.tanshi.programme.ReviewPromise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks through everything that an opening needs. */
@Component
class Readiness {

    private static final long ENOUGH_BYTES = 1L << 30;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final SealInspection seals;
    private final Occupancy occupancy;
    private final MachineReadiness machines;
    private final Durability durability;
    private final ObjectProvider<ExamServer> server;
    private final Path data;
    private final Clock clock;

    Readiness(
            SealInspection seals,
            Occupancy occupancy,
            MachineReadiness machines,
            Durability durability,
            ObjectProvider<ExamServer> server,
            TanshiSettings settings,
            Clock clock) {
        this.seals = seals;
        this.occupancy = occupancy;
        this.machines = machines;
        this.durability = durability;
        this.server = server;
        this.data = settings.data();
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ReadinessLine> of(SittingRun run) {
        Occupancy.Figures figures = occupancy.of(run.sittingId());
        return List.of(
                forms(run, figures),
                spares(run, figures),
                rooms(figures),
                candidates(figures),
                machines.lockdown(run.sittingId()),
                machines.trials(run.sittingId(), figures.seated()),
                durable(),
                server(),
                storage(),
                time(run));
    }

    private ReadinessLine forms(SittingRun run, Occupancy.Figures figures) {
        List<Level> wanted = figures.levels();
        Map<Level, SealInspection.Finding> findings = wanted.stream()
                .collect(Collectors.toMap(level -> level, level -> seals.ofFormInUse(run.sittingId(), level)));
        String broken = levels(wanted, findings, SealInspection.Finding.BROKEN);
        if (!broken.isEmpty()) {
            return problem(Key.FORMS, "试卷", broken + "试卷内容与封存摘要不一致。请停用该卷，换用备用卷并上报。");
        }
        String missing = levels(wanted, findings, SealInspection.Finding.MISSING);
        if (!missing.isEmpty()) {
            return problem(Key.FORMS, "试卷", missing + "有考生，试卷尚未封存。请在“组卷与封存”完成两人封存。");
        }
        if (wanted.isEmpty()) {
            return todo(Key.FORMS, "试卷", "还没有考生编入考场，暂不需要试卷。");
        }
        return ready(Key.FORMS, "试卷", levels(wanted, findings, SealInspection.Finding.SOUND) + "试卷已封存，内容与封存摘要一致。");
    }

    private ReadinessLine spares(SittingRun run, Occupancy.Figures figures) {
        String missing = figures.levels().stream()
                .filter(level -> !seals.hasSpare(run.sittingId(), level))
                .map(Level::label)
                .collect(Collectors.joining("、"));
        return missing.isEmpty()
                ? ready(Key.SPARES, "备用卷", "有考生的级别都有封存的备用卷。")
                : todo(Key.SPARES, "备用卷", missing + "没有封存的备用卷。");
    }

    private static String levels(
            List<Level> wanted, Map<Level, SealInspection.Finding> findings, SealInspection.Finding finding) {
        return wanted.stream()
                .filter(level -> findings.get(level) == finding)
                .map(Level::label)
                .collect(Collectors.joining("、"));
    }

    private static ReadinessLine rooms(Occupancy.Figures figures) {
        if (figures.rooms() == 0) {
            return problem(Key.ROOMS, "考场", "还没有考场。请在“考场编排”添加考点、机房与座位数。");
        }
        String words = "%d 间机房，%d 座，已排 %d 座。".formatted(figures.rooms(), figures.seats(), figures.seated());
        return ready(Key.ROOMS, "考场", words);
    }

    private static ReadinessLine candidates(Occupancy.Figures figures) {
        if (figures.waiting() > 0) {
            return todo(Key.CANDIDATES, "考生", "%d 名考生没有空座，还在等候编排。请增加考场或座位。".formatted(figures.waiting()));
        }
        return figures.seated() == 0
                ? todo(Key.CANDIDATES, "考生", "还没有达到学时的考生。")
                : ready(Key.CANDIDATES, "考生", "%d 名考生全部有座位和准考证。".formatted(figures.seated()));
    }

    private ReadinessLine durable() {
        List<Durability.Check> checks = durability.checks();
        String bad = checks.stream()
                .filter(check -> !check.durable())
                .map(check -> check.setting() + " = " + check.value())
                .collect(Collectors.joining("，"));
        return bad.isEmpty()
                ? ready(Key.DURABILITY, "数据库落盘", "fsync、synchronous_commit、full_page_writes 均已打开，已保存的作答断电不丢。")
                : problem(Key.DURABILITY, "数据库落盘", bad + "。断电可能丢失已保存的作答，不允许开考；请在 PostgreSQL 中打开后重试。");
    }

    /** Told by whoever runs the attempts. */
    private ReadinessLine server() {
        return server.stream()
                .flatMap(port -> port.refusal().stream())
                .findFirst()
                .map(words -> problem(Key.SERVER, "考试服务", words))
                .orElseGet(() -> ready(Key.SERVER, "考试服务", "本程序独自承担这个数据库的考试。"));
    }

    private ReadinessLine storage() {
        long free = existing(data.toAbsolutePath()).toFile().getUsableSpace();
        String words = "数据目录剩余 %.1f GB。".formatted(free / 1e9);
        return free >= ENOUGH_BYTES
                ? ready(Key.STORAGE, "存储空间", words)
                : problem(Key.STORAGE, "存储空间", words + "不足 1 GB，请先腾出空间。");
    }

    /** The directory, or the nearest one above it that is there: it is made when the first file is stored. */
    private static Path existing(Path directory) {
        Path parent = directory.getParent();
        return Files.exists(directory) || parent == null ? directory : existing(parent);
    }

    private ReadinessLine time(SittingRun run) {
        Instant now = clock.instant();
        String opens = MOMENT.format(run.entryOpensAt().atZone(ReviewPromise.ZONE));
        String starts = MOMENT.format(run.startsAt().atZone(ReviewPromise.ZONE));
        if (now.isBefore(run.entryOpensAt())) {
            return pending(Key.TIME, "时间", "%s 开考，%s 起可以开放入场。现在还没到。".formatted(starts, opens));
        }
        return now.isAfter(run.graceEndsAt())
                ? problem(Key.TIME, "时间", "考试时间 %s 已过，不能再开考。".formatted(starts))
                : ready(Key.TIME, "时间", "已到入场时间，%s 开考。".formatted(starts));
    }
}
