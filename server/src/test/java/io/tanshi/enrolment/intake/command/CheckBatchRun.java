package io.tanshi.enrolment.intake.command;

import io.tanshi.platform.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check-batch --json} run within a test. */
public final class CheckBatchRun {

    private CheckBatchRun() {}

    /** What the command said on its standard output, which must be JSON and nothing else, and how it ended. */
    public record Outcome(int status, JsonNode report) {}

    public static Outcome of(Path file, String sitting) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        int status = new CheckBatchCommand(console).run(List.of("--json", "--exam", sitting, file.toString()));
        return new Outcome(status, JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8)));
    }
}
