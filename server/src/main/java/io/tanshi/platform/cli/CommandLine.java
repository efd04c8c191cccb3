package io.tanshi.platform.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Tells a command from the arguments of a server start, and runs it. */
public final class CommandLine {

    /** Where Logback looks for its configuration before it looks anywhere else. */
    private static final String LOGGING = "logback.configurationFile";

    private CommandLine() {}

    /** Whether the first argument is a word rather than an option of the server. */
    public static boolean isCommand(String[] args) {
        return args.length > 0 && !args[0].startsWith("--");
    }

    /** Runs the named command; status 64 when there is none of that name. */
    public static int run(String[] args) {
        logToStandardError();
        Optional<Command> command = ServiceLoader.load(Command.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(c -> c.name().equals(args[0]))
                .findFirst();
        if (command.isEmpty()) {
            Console.system().progress("tanshi: 没有这个命令 / no such command: " + args[0]);
            return 64;
        }
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        return command.get().run(rest);
    }

    // Without Spring Boot nobody sets logging up, and Logback would print everything among the results.
    private static void logToStandardError() {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "command-logging.xml");
        }
    }
}
