package io.tanshi.enrolment.intake.command;

import io.tanshi.enrolment.intake.UploadedFile;
import io.tanshi.enrolment.intake.making.BatchMaker;
import io.tanshi.enrolment.intake.making.BatchPlan;
import io.tanshi.enrolment.intake.making.DemoFiles;
import io.tanshi.enrolment.intake.making.Fault;
import io.tanshi.enrolment.intake.making.MadeBatch;
import io.tanshi.enrolment.intake.making.PackageShape;
import io.tanshi.platform.cli.Command;
import io.tanshi.platform.cli.Console;
import io.tanshi.programme.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code make-batch --people N --seed S --faults all|none|code,code… [--layout …] [--names …] [--strings …]
 * [--exam 2026-12] [--file-size KB] OUT.zip|OUT.xlsx}: a package of invented people, and OUT.expected.json beside it; or
 * the workbook alone.
 */
public final class MakeBatchCommand implements Command {

    private static final int USAGE = 64;
    private static final int FAILED = 2;
    private static final int MOST_PEOPLE = 100_000;
    private static final int MOST_KILOBYTES = 10_000;
    private static final Set<String> OPTIONS = Set.of(
            "--people", "--seed", "--faults", "--layout", "--names", "--strings", "--exam", "--demo", "--file-size");

    private final Console console;

    /** For the service loader. */
    public MakeBatchCommand() {
        this(Console.system());
    }

    MakeBatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "make-batch";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            Options options = Options.read(arguments, Set.of(), OPTIONS);
            if (options.value("--demo").isPresent()) {
                return demo(options, Path.of(options.value("--demo").orElseThrow()));
            }
            Optional<String> file = options.file();
            return file.isEmpty() ? usage("需要一个输出文件") : make(plan(options), kilobytes(options), Path.of(file.get()));
        } catch (IllegalArgumentException e) {
            return usage("选项不对：" + e.getMessage());
        }
    }

    private int demo(Options options, Path folder) {
        ExamMonth exam = exam(options);
        try {
            console.progress("正在生成演示文件 …");
            for (Path file : new DemoFiles(exam.month(), exam.asOf()).write(folder)) {
                console.out().println("已写出 " + file + "（" + Files.size(file) / 1024 + " KB）");
            }
            return 0;
        } catch (IOException e) {
            console.progress("写不出文件：" + e.getMessage());
            return FAILED;
        }
    }

    private int make(BatchPlan plan, int kilobytes, Path file) {
        try {
            console.progress("正在生成 " + plan.people() + " 人的报名资料包 …");
            BatchMaker maker = kilobytes == 0 ? new BatchMaker(plan) : BatchMaker.filling(plan, kilobytes << 10);
            if (UploadedFile.isWorkbook(file.toString())) {
                maker.makeForm(file);
                console.out().println("已写出 " + file + "（" + plan.people() + " 行）");
            } else {
                make(maker, file);
            }
            return 0;
        } catch (IOException e) {
            console.progress("写不出文件：" + e.getMessage());
            return FAILED;
        }
    }

    private void make(BatchMaker maker, Path zip) throws IOException {
        Path expected = zip.resolveSibling(
                String.valueOf(zip.getFileName()).replaceFirst("(?i)\\.zip$", "") + ".expected.json");
        MadeBatch made = maker.make(zip);
        Files.writeString(expected, made.toJson());
        console.out().println("已写出 " + zip + "（" + made.rows() + " 行，其中 " + made.accepted() + " 行应通过）和 " + expected);
    }

    private static BatchPlan plan(Options options) {
        ExamMonth exam = exam(options);
        String faults = options.value("--faults").orElse("none");
        return new BatchPlan(
                people(options.value("--people").orElse("20")),
                Long.parseLong(options.value("--seed").orElse("1")),
                Fault.named(faults).orElseThrow(() -> new IllegalArgumentException("--faults " + faults)),
                shape(options),
                exam.month(),
                exam.asOf(),
                RuleSet.shipped(RuleSet.DEFAULT_CODE));
    }

    private static ExamMonth exam(Options options) {
        return options.value("--exam")
                .or(() -> Optional.of("2026-12"))
                .flatMap(ExamMonth::read)
                .orElseThrow(() -> new IllegalArgumentException("--exam"));
    }

    private static int kilobytes(Options options) {
        int kilobytes = Integer.parseInt(options.value("--file-size").orElse("0"));
        if (kilobytes < 0 || kilobytes > MOST_KILOBYTES) {
            throw new IllegalArgumentException("--file-size " + kilobytes);
        }
        return kilobytes;
    }

    private static int people(String text) {
        int people = Integer.parseInt(text);
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("--people " + text);
        }
        return people;
    }

    private static PackageShape shape(Options options) {
        return new PackageShape(
                word(options, "--layout", PackageShape.Layout.class, PackageShape.USUAL.layout()),
                word(options, "--names", PackageShape.Names.class, PackageShape.USUAL.names()),
                word(options, "--strings", PackageShape.Strings.class, PackageShape.USUAL.strings()));
    }

    private static <E extends Enum<E>> E word(Options options, String option, Class<E> type, E otherwise) {
        return options.value(option)
                .map(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(otherwise);
    }

    private int usage(String what) {
        String codes = Arrays.stream(Fault.values()).map(Fault::code).distinct().collect(Collectors.joining(","));
        console.progress("tanshi make-batch：" + what);
        console.progress("""
                用法：./tanshi make-batch --people N --seed S --faults all|none|代码,代码… [选项] 输出.zip|输出.xlsx
                  --layout   standard（默认）| nested | root | by-paper | flat
                  --names    gbk（默认）| utf8 | utf8-unflagged
                  --strings  shared（默认）| inline
                  --exam     考试批次，默认 2026-12
                  --file-size 每张照片和扫描件约多少 KB（默认按图画的大小）；用于测量
                  --demo 目录  写出演示文件：报名-有错.xlsx（40 行，8 处错误、2 处提示）、同一批人带材料的报名-有错.zip，
                             和约 100 MB 的报名-100MB.zip（100 人，全部合格）
                  输出名以 .xlsx 结尾时只写报名申报表
                  代码：%s""".formatted(codes));
        return USAGE;
    }
}
