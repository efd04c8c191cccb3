package io.tanshi.enrolment.intake.command;

import io.tanshi.enrolment.intake.spoiling.PackageSpoiler;
import io.tanshi.platform.cli.Command;
import io.tanshi.platform.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code spoil-batches --packages N --seed S [--exam 2026-12] FOLDER}: spoilt packages for {@code bench fuzz-intake}, one
 * for each seed from S on; a line of JSON for each says what it is.
 */
public final class SpoilBatchesCommand implements Command {

    private static final int USAGE = 64;
    private static final int FAILED = 2;

    private final Console console;

    /** For the service loader. */
    public SpoilBatchesCommand() {
        this(Console.system());
    }

    SpoilBatchesCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "spoil-batches";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            Options options = Options.read(arguments, Set.of(), Set.of("--packages", "--seed", "--exam"));
            Path folder = Path.of(options.file().orElseThrow(() -> new IllegalArgumentException("需要一个输出目录")));
            ExamMonth exam = Optional.of(options.value("--exam").orElse("2026-12"))
                    .flatMap(ExamMonth::read)
                    .orElseThrow(() -> new IllegalArgumentException("--exam"));
            int packages = Integer.parseInt(options.value("--packages").orElse("100"));
            long seed = Long.parseLong(options.value("--seed").orElse("1"));
            spoil(new PackageSpoiler(exam.month(), exam.asOf()), seed, packages, folder);
            return 0;
        } catch (IllegalArgumentException e) {
            console.progress("tanshi spoil-batches：" + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            console.progress("写不出文件：" + e.getMessage());
            return FAILED;
        }
    }

    private void spoil(PackageSpoiler spoiler, long seed, int packages, Path folder) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        for (int i = 0; i < packages; i++) {
            PackageSpoiler.Spoilt spoilt = spoiler.spoilt(seed + i);
            Path file = folder.resolve(spoilt.seed() + ".bin");
            Files.write(file, spoilt.content());
            ObjectNode line = json.createObjectNode()
                    .put("seed", spoilt.seed())
                    .put("file", file.toString())
                    .put("fileName", spoilt.fileName())
                    .put("what", spoilt.what());
            console.out().println(line);
        }
    }
}
