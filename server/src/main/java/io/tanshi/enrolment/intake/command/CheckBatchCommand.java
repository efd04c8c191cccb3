package io.tanshi.enrolment.intake.command;

import io.tanshi.enrolment.intake.BatchCheck;
import io.tanshi.enrolment.intake.BatchReport;
import io.tanshi.enrolment.intake.BatchTerms;
import io.tanshi.enrolment.intake.Delivery;
import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.platform.cli.Command;
import io.tanshi.platform.cli.Console;
import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code check-batch FILE… --exam 2026-12 [--json] [--rule-set CODE]}: the intake check without server or database.
 * Exit status 0 all rows accepted, 1 some not, 2 the package cannot be read, 64 wrong usage.
 */
public final class CheckBatchCommand implements Command {

    private static final int ALL_ACCEPTED = 0;
    private static final int SOME_NOT = 1;
    private static final int UNREADABLE = 2;
    private static final int USAGE = 64;
    private static final String USAGE_WORDS = """
            用法：./tanshi check-batch 文件.zip|文件.xlsx … --exam 2026-12 [--json] [--rule-set deck-2024]
              --exam      考试批次，年-月；截止日按该月第四个周六前 7 天计算
              --json      标准输出只打印 JSON（进度在标准错误）
              --rule-set  申报条件版本：%s
            退出码：0 全部通过，1 有行未通过，2 压缩包无法读取，64 用法错误。""".formatted(String.join("、", RuleSet.shippedCodes()));

    private final Console console;

    /** For the service loader. */
    public CheckBatchCommand() {
        this(Console.system());
    }

    CheckBatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "check-batch";
    }

    @Override
    public int run(List<String> arguments) {
        Options options;
        try {
            options = Options.read(arguments, Set.of("--json"), Set.of("--exam", "--rule-set"));
        } catch (IllegalArgumentException e) {
            return usage("不认识的选项 " + e.getMessage());
        }
        Optional<ExamMonth> exam = options.value("--exam").flatMap(ExamMonth::read);
        List<Path> files = options.files().stream().map(Path::of).toList();
        String ruleSet = options.value("--rule-set").orElse(RuleSet.DEFAULT_CODE);
        if (exam.isEmpty() || files.isEmpty() || !RuleSet.shippedCodes().contains(ruleSet)) {
            return usage("需要文件和 --exam 年-月");
        }
        BatchTerms terms = new BatchTerms(exam.get().code(), exam.get().asOf(), RuleSet.shipped(ruleSet));
        ReportWriter writer = options.has("--json") ? new JsonReport(console.out()) : new TextReport(console.out());
        int status = check(files, terms, writer);
        console.out().flush();
        return status;
    }

    private int check(List<Path> files, BatchTerms terms, ReportWriter writer) {
        String name =
                files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining("、"));
        try {
            return checked(name, files, terms, writer);
        } catch (PackageRefusedException e) {
            writer.write(name, e);
            return UNREADABLE;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            console.progress("tanshi check-batch：" + e);
            writer.write(
                    name, new PackageRefusedException("check-failed", "检查中途出错，文件没有读完。", "请重新压缩后再试；若仍不行，请把上面一行告诉管理员。"));
            return UNREADABLE;
        }
    }

    /** A file that cannot be taken counts as a row that is not accepted. */
    private int checked(String name, List<Path> files, BatchTerms terms, ReportWriter writer) throws IOException {
        List<Delivery.Part> parts = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new PackageRefusedException("file-missing", "没有这个文件：" + file, "请核对文件的路径。");
            }
            console.progress("正在读取 " + file + " …");
            parts.add(new Delivery.Part(String.valueOf(file.getFileName()), () -> Files.newByteChannel(file)));
        }
        PackageLimits limits = PackageLimits.from(System.getenv());
        try (Delivery delivery = Delivery.open(parts, limits)) {
            delivery.requireAny();
            BatchReport report =
                    new BatchCheck(terms, limits).check(delivery, (_, done, total) -> progress(done, total));
            Map<String, PackageRefusedException> refused = new LinkedHashMap<>();
            delivery.refusals()
                    .forEach((index, reason) -> refused.put(parts.get(index).name(), reason));
            writer.write(name, report, refused);
            return report.isAllAccepted() && refused.isEmpty() ? ALL_ACCEPTED : SOME_NOT;
        }
    }

    private void progress(int done, int total) {
        int step = Math.max(20, total / 10);
        if (done % step == 0 || done == total) {
            console.progress("已检查 " + done + " / " + total + " 行");
        }
    }

    private int usage(String what) {
        console.progress("tanshi check-batch：" + what);
        console.progress(USAGE_WORDS);
        return USAGE;
    }
}
