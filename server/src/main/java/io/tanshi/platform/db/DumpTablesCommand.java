package io.tanshi.platform.db;

import io.tanshi.platform.cli.Command;
import io.tanshi.platform.cli.Console;
import io.tanshi.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * {@code dump-tables FOLDER}: every table of the running installation as a file of text, for those who want to see for
 * themselves what stands in it. The server keeps running.
 */
public final class DumpTablesCommand implements Command {

    private static final int USAGE = 64;
    private static final int FAILED = 2;

    private final Console console;
    private final Map<String, String> environment;

    /** For the service loader. */
    public DumpTablesCommand() {
        this(Console.system(), System.getenv());
    }

    DumpTablesCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "dump-tables";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            console.progress("用法：./tanshi dump-tables 目录（服务须正在运行；每张表写成一个文本文件）");
            return USAGE;
        }
        Path folder = Path.of(arguments.getFirst());
        try (Connection connection = connect()) {
            Files.createDirectories(folder);
            TableText text = new TableText(connection);
            for (String table : text.tables()) {
                try (Writer target = Files.newBufferedWriter(folder.resolve(table + ".txt"))) {
                    text.write(table, target);
                }
            }
            console.out().println("已写出 " + text.tables().size() + " 张表到 " + folder);
            return 0;
        } catch (IOException | SQLException e) {
            console.progress("读不到数据库：" + e.getMessage());
            return FAILED;
        }
    }

    private Connection connect() throws IOException, SQLException {
        String external = environment.getOrDefault("TANSHI_DATABASE_URL", "");
        if (!external.isBlank()) {
            return DriverManager.getConnection(
                    external, environment.get("TANSHI_DATABASE_USER"), environment.get("TANSHI_DATABASE_PASSWORD"));
        }
        Path home = Path.of(environment.getOrDefault("TANSHI_DATA", "./data")).resolve("postgres");
        EmbeddedPostgres.Running server = EmbeddedPostgres.running(home)
                .orElseThrow(() -> new IOException(home + " 上没有正在运行的数据库。请先启动服务。"));
        return DriverManager.getConnection(server.jdbcUrl("postgres"), EmbeddedPostgres.USER, server.password());
    }
}
